/**
 * Writing without a pointer: arrow keys move a cursor over a coarse grid, Space
 * or Enter puts the pen down there or lifts it.
 */
import { pointAt } from "./strokes.js";

/** Rows of the grid on the sheet. A digit of ten rows is read well. */
const ROWS = 16;
/** Rows of a step with Shift held. */
const LEAP = 4;
/** Where the cursor is at first: room for a digit below and to its right. */
const START = { column: 4, row: 3 };
/** Milliseconds of rest before the place is told: not between two steps. */
const REST = 900;

const WAYS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {object} use
 * @param {import("./pad.js").Hand} use.hand
 * @param {import("./sheet.js").Sheet} use.sheet
 * @param {SVGElement} use.cursor has the one element that is moved
 * @param {HTMLElement} use.teller tells what happens to who does not see it
 * @returns {{ lift: () => void }}
 */
export function writeByKeyboard(canvas, { hand, sheet, cursor, teller }) {
  let place = START;
  let isDown = false;
  let rest = 0;

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    if (way) step(way, event.shiftKey ? LEAP : 1);
    else if (event.key === " " || event.key === "Enter") {
      if (!event.repeat) turn();
    } else if (event.key === "Escape" && isDown) lift();
    else return;
    event.preventDefault();
    showCursor();
  }

  function step([right, down], length) {
    for (let i = 0; i < length; i++) {
      const before = place;
      place = {
        column: within(before.column + right, columns()),
        row: within(before.row + down, ROWS),
      };
      // Through the middles of the steps, so that a staircase is a slope.
      if (isDown) hand.move(point(middle(before, place)));
    }
    clearTimeout(rest);
    rest = setTimeout(tellPlace, REST);
  }

  function turn() {
    if (isDown) return lift();
    if (hand.isDown) return;
    isDown = true;
    hand.down(point(place));
    tell(teller.dataset.down);
  }

  function lift() {
    if (!isDown) return;
    isDown = false;
    hand.move(point(place));
    hand.lift();
    tell(teller.dataset.up);
    showCursor();
  }

  const unit = () => sheet.size.height / ROWS;
  const columns = () => Math.floor(sheet.size.width / unit());
  const point = ({ column, row }) =>
    pointAt({ x: column * unit(), y: row * unit() });

  function showCursor() {
    const { x, y } = point(place);
    const [mark] = cursor.children;
    mark.setAttribute("cx", x * sheet.scale);
    mark.setAttribute("cy", y * sheet.scale);
    cursor.classList.add("shown");
    cursor.classList.toggle("down", isDown);
  }

  function tell(text) {
    clearTimeout(rest);
    teller.textContent = text;
  }

  function tellPlace() {
    tell(
      teller.dataset.place
        .replace("{column}", place.column)
        .replace("{row}", place.row),
    );
  }

  canvas.addEventListener("keydown", press);
  canvas.addEventListener("focus", () => {
    if (canvas.matches(":focus-visible")) showCursor();
  });
  for (const name of ["blur", "pointerdown"]) {
    canvas.addEventListener(name, () => {
      lift();
      cursor.classList.remove("shown");
    });
  }
  return { lift };
}

const middle = (from, to) => ({
  column: (from.column + to.column) / 2,
  row: (from.row + to.row) / 2,
});

const within = (value, most) => Math.min(most, Math.max(0, value));
