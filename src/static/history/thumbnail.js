/** Small pictures of what was read, as data URLs. */

/** Sides of the picture: twice the pixels that it is shown with. */
const WIDTH = 144;
const HEIGHT = 96;
/** Characters: 24 of them take a fiftieth of what a browser keeps. */
const MAX_CHARACTERS = 4096;
/** Of JPEG, tried in turn until it is small enough. */
const QUALITIES = [0.6, 0.4, 0.2, 0.1];
const PAPER = "#fff";

/**
 * @param {CanvasImageSource} source
 * @returns {string | null} null where there is nothing to see, or it stays too large
 */
export function thumbnailOf(source) {
  const width = source.naturalWidth ?? source.width;
  const height = source.naturalHeight ?? source.height;
  if (width === 0 || height === 0) return null;
  const zoom = Math.min(WIDTH / width, HEIGHT / height, 1);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(zoom * width));
  canvas.height = Math.max(1, Math.round(zoom * height));
  const context = canvas.getContext("2d");
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  for (const quality of QUALITIES) {
    const url = canvas.toDataURL("image/jpeg", quality);
    if (url.length <= MAX_CHARACTERS) return url;
  }
  return null;
}
