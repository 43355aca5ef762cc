/**
 * Asks how the answer grew while it was written: collects a picture of every
 * stroke from the sheet and hands them to the form of `details.growth`, which
 * does the rest (see `hx-trigger` there).
 */

/** The last answer is of the sheet, not of a picture that was sent. */
let isDrawn = false;

function ask() {
  const growth = document.querySelector("details.growth");
  if (!growth?.open) return;
  const pictures = isDrawn ? collect() : [];
  if (pictures.length === 0) {
    growth.querySelector(".film").replaceChildren();
    return;
  }
  const transfer = new DataTransfer();
  for (const [index, picture] of pictures.entries()) {
    const name = `stroke-${index + 1}.png`;
    transfer.items.add(new File([picture], name, { type: "image/png" }));
  }
  const form = growth.querySelector("form");
  form.elements.image.files = transfer.files;
  form.dispatchEvent(new CustomEvent("grown"));
}

/**
 * Who knows the strokes adds their pictures while the event is dispatched.
 * @returns {Blob[]}
 */
function collect() {
  const detail = { pictures: [] };
  document.querySelector(".sheet")
    .dispatchEvent(new CustomEvent("growth", { detail }));
  return detail.pictures;
}

document.addEventListener("htmx:after:swap", ({ target, detail }) => {
  if (detail.ctx.target?.id !== "result") return;
  isDrawn = target.closest(".sheet") !== null;
  ask();
});

// It does not bubble. Closed and opened again at once, it has not changed.
document.addEventListener("toggle", ({ target, oldState, newState }) => {
  if (target.matches("details.growth") && oldState !== newState) ask();
}, true);
