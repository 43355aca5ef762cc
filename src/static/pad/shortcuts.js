/** Keys that do on the page what its buttons do. */

/**
 * @param {HTMLElement} place where letters alone act: elsewhere they may belong
 *   to other tools
 * @param {object} actions
 * @param {() => void} actions.undo
 * @param {() => void} actions.redo
 * @param {() => void} actions.clear
 * @param {(pen: number) => void} actions.choose by its place, from 0
 */
export function listenForShortcuts(place, { undo, redo, clear, choose }) {
  const letters = new Map([
    ["z", undo],
    ["y", redo],
    ["c", clear],
    ...["1", "2", "3", "e"].map((key, pen) => [key, () => choose(pen)]),
  ]);
  const commands = new Map([["z", undo], ["y", redo], ["shift+z", redo]]);

  function find(event) {
    if (event.altKey) return undefined;
    if (event.key === "Escape") return leave();
    const key = letterOf(event);
    if (event.ctrlKey || event.metaKey) {
      return commands.get(event.shiftKey ? `shift+${key}` : key);
    }
    if (event.shiftKey || !place.contains(event.target)) return undefined;
    return letters.get(key);
  }

  /** What Escape does: it closes what lies over the sheet before it clears it. */
  function leave() {
    if (hasOpenPopover()) return undefined;
    const panel = findOpenPanel();
    return panel ? () => close(panel) : clear;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event.target)) return;
    const act = find(event);
    if (!act) return;
    act();
    event.preventDefault();
  });
}

/** The letter, or the one in its place on a keyboard without Latin letters. */
function letterOf({ key, code }) {
  const letter = key.toLowerCase();
  return /^[a-z0-9]$/.test(letter) ? letter : code.slice(-1).toLowerCase();
}

const isTyping = (element) =>
  element.isContentEditable ||
  element.matches?.(
    "textarea, select, input:not([type=radio], [type=checkbox], [type=file], [type=button])",
  );

/** Browsers close it themselves. */
const hasOpenPopover = () =>
  document.querySelector(":is([popover]:popover-open, dialog[open])") !== null;

/** "Wrong?" of the digit that is shown; others may be open out of sight. */
const findOpenPanel = () =>
  [...document.querySelectorAll("details.correction[open]")]
    .find((panel) => panel.checkVisibility());

/** Whoever was within it stands where it was opened. */
function close(panel) {
  if (panel.contains(document.activeElement)) {
    panel.querySelector("summary").focus();
  }
  panel.open = false;
}
