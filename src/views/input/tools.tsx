import type { Child } from "hono/jsx";
import { ClearIcon, EraserIcon, RedoIcon, UndoIcon } from "../site/icons.tsx";
import { Shortcuts } from "./shortcuts.tsx";
import type { DrawingWords } from "../words/drawing.ts";

/**
 * Widths of the brushes in CSS pixels. Digits of 50 to 240 pixels are read alike
 * with the medium one, and eight of them side by side on a phone do not run
 * together.
 */
const WIDTHS = { thin: 6, medium: 12, thick: 20 } as const;

/** What is done on the sheet and with what: one row. */
export function Tools({ words }: { readonly words: DrawingWords }) {
  return (
    <div class="tools">
      <fieldset class="pens">
        <legend class="spoken">{words.pens}</legend>
        <PenChoice value={WIDTHS.thin} name={words.thin} shortcut="1">
          <span class="dot thin" />
        </PenChoice>
        <PenChoice value={WIDTHS.medium} name={words.medium} shortcut="2" first>
          <span class="dot medium" />
        </PenChoice>
        <PenChoice value={WIDTHS.thick} name={words.thick} shortcut="3">
          <span class="dot thick" />
        </PenChoice>
        <PenChoice value="eraser" name={words.eraser} shortcut="E">
          <EraserIcon />
        </PenChoice>
      </fieldset>
      <ToolButton id="undo" name={words.undo} shortcuts="Z Control+Z" disabled>
        <UndoIcon />
      </ToolButton>
      <ToolButton
        id="redo"
        name={words.redo}
        shortcuts="Y Control+Y Control+Shift+Z"
        disabled
      >
        <RedoIcon />
      </ToolButton>
      <ToolButton id="clear" name={words.clear} shortcuts="C Escape">
        <ClearIcon />
      </ToolButton>
      <Shortcuts words={words.shortcuts} />
    </div>
  );
}

interface PenChoiceProps {
  /** Width of the brush, or "eraser". */
  readonly value: number | "eraser";
  readonly name: string;
  readonly shortcut: string;
  /** Whether this one is chosen at first. */
  readonly first?: boolean;
  readonly children: Child;
}

function PenChoice(
  { value, name, shortcut, first, children }: PenChoiceProps,
) {
  return (
    <label title={`${name} (${shortcut})`}>
      <input
        type="radio"
        name="pen"
        value={value}
        checked={first}
        aria-label={name}
        aria-keyshortcuts={shortcut}
      />
      {children}
    </label>
  );
}

interface ToolButtonProps {
  readonly id: string;
  readonly name: string;
  /** As `aria-keyshortcuts` has them; the first one is shown. */
  readonly shortcuts: string;
  readonly disabled?: boolean;
  readonly children: Child;
}

function ToolButton(
  { id, name, shortcuts, disabled, children }: ToolButtonProps,
) {
  const [shown] = shortcuts.split(" ");
  return (
    <button
      type="button"
      id={id}
      title={`${name} (${shown})`}
      aria-keyshortcuts={shortcuts}
      aria-disabled={disabled ? "true" : undefined}
    >
      {children}
      <span class="label">{name}</span>
      <kbd aria-hidden="true">{shown}</kbd>
    </button>
  );
}
