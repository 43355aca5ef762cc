import type { ShortcutWords } from "../words/drawing.ts";

/** A button, where there is a keyboard, and the list of keys that it opens. */
export function Shortcuts({ words }: { readonly words: ShortcutWords }) {
  return (
    <>
      <button
        type="button"
        class="keys-button"
        popovertarget="keys"
        title={words.title}
        aria-label={words.title}
      >
        ?
      </button>
      <div id="keys" class="keys" popover="auto" aria-label={words.title}>
        <dl>
          {listKeys(words).map(({ keys, does }) => (
            <div>
              <dt>{keys.map((key) => <kbd>{key}</kbd>)}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <button type="button" popovertarget="keys" popovertargetaction="hide">
          {words.close}
        </button>
      </div>
    </>
  );
}

/** Keys in the order of the tools, those of the focused sheet last. */
function listKeys(
  words: ShortcutWords,
): { readonly keys: readonly string[]; readonly does: string }[] {
  return [
    { keys: ["1", "2", "3"], does: words.brushes },
    { keys: ["E"], does: words.eraser },
    { keys: ["Z", "Ctrl Z"], does: words.undo },
    { keys: ["Y", "Ctrl Shift Z"], does: words.redo },
    { keys: ["C", "Esc"], does: words.clear },
    { keys: ["Ctrl V"], does: words.paste },
    { keys: [words.arrows], does: words.move },
    { keys: [`Shift ${words.arrows}`], does: words.leap },
    { keys: [words.space], does: words.pen },
  ];
}
