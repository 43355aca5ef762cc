/** Makes of a picture file one that the server reads, and no larger than it needs. */

/** Pixels of the longest side: digits of a twentieth of a page have 100. */
const MAX_SIDE = 2048;
/** Bytes that are sent as they are: a second on a slow line. */
const MAX_BYTES = 2 * 2 ** 20;
/** Of JPEG: strokes keep their edges. */
const QUALITY = 0.9;
const PAPER = "#fff";

/** The first bytes of PNG, JPEG, GIF and WebP, which the server reads. */
const SIGNATURES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF"];
/** Pictures of these may have parts without colour. */
const MAY_BE_CLEAR = /^image\/(?!jpe?g|bmp|hei)/;

/**
 * The file as it is where it is fit to be sent, or cannot be scaled; null where
 * neither the server nor this browser knows its format.
 *
 * @param {File} file
 * @returns {Promise<File | null>}
 */
export async function prepare(file) {
  const isReadable = await hasSignature(file);
  const asItIs = isReadable ? file : null;
  const url = URL.createObjectURL(file);
  try {
    const image = await open(url);
    const { naturalWidth: width, naturalHeight: height } = image;
    const side = Math.max(width, height);
    const isFit = side <= MAX_SIDE && file.size <= MAX_BYTES;
    if (isReadable && isFit) return file;
    return await redraw(file, image, Math.min(1, MAX_SIDE / side));
  } catch {
    return asItIs;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function hasSignature(file) {
  const bytes = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const start = String.fromCharCode(...bytes);
  return SIGNATURES.some((signature) => start.startsWith(signature));
}

/** An image element, unlike a bitmap, knows its size before it is decoded. */
function open(url) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = url;
  });
}

/** The picture upright, as its EXIF orientation has it, and zoomed. */
async function redraw(file, image, zoom) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(zoom * image.naturalWidth));
  canvas.height = Math.max(1, Math.round(zoom * image.naturalHeight));
  const bitmap = await createImageBitmap(image, {
    resizeWidth: canvas.width,
    resizeHeight: canvas.height,
    resizeQuality: "high",
  });
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  if (MAY_BE_CLEAR.test(file.type)) {
    const png = await encode(canvas, file, "image/png");
    if (png.size <= MAX_BYTES) return png;
  }
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return await encode(canvas, file, "image/jpeg");
}

async function encode(canvas, { name }, type) {
  const blob = await new Promise((resolve) =>
    canvas.toBlob(resolve, type, QUALITY)
  );
  return new File([blob], name, { type });
}
