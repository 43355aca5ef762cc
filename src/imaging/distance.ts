/**
 * Distance of each pixel to the nearest one of a set, exact, in linear time: the
 * lower envelope of parabolas along columns, then rows (Felzenszwalb and
 * Huttenlocher, Distance transforms of sampled functions, 2012).
 */

/** Beyond any distance in a picture, squared, and still exact in a float. */
const FAR = 1e9;

/**
 * Distances between pixel centres, in pixels.
 *
 * @param isMember height x width, row-major, 0 = not in the set.
 * @returns height x width, row-major; huge where the set is empty.
 */
export function distances(
  isMember: Uint8Array,
  width: number,
  height: number,
): Float32Array {
  const squares = new Float64Array(isMember.length);
  for (let i = 0; i < squares.length; i++) squares[i] = isMember[i]! ? 0 : FAR;
  const longer = Math.max(width, height);
  const scratch: Scratch = {
    values: new Float64Array(longer),
    vertices: new Int32Array(longer),
    borders: new Float64Array(longer + 1),
  };
  for (let x = 0; x < width; x++) {
    envelope(squares, x, width, height, scratch);
  }
  for (let y = 0; y < height; y++) {
    envelope(squares, y * width, 1, width, scratch);
  }
  const away = new Float32Array(squares.length);
  for (let i = 0; i < away.length; i++) away[i] = Math.sqrt(squares[i]!);
  return away;
}

interface Scratch {
  /** The line before. */
  readonly values: Float64Array;
  /** Where the parabolas of the envelope have their lowest points. */
  readonly vertices: Int32Array;
  /** Where each parabola of the envelope begins, and the last ends. */
  readonly borders: Float64Array;
}

/** Replaces the values of one line by the lowest parabola above each. */
function envelope(
  squares: Float64Array,
  start: number,
  step: number,
  length: number,
  { values, vertices, borders }: Scratch,
): void {
  for (let i = 0; i < length; i++) values[i] = squares[start + i * step]!;
  const meet = (p: number, q: number) =>
    (values[q]! + q * q - values[p]! - p * p) / (2 * (q - p));
  let last = 0;
  vertices[0] = 0;
  borders[0] = -Infinity;
  borders[1] = Infinity;
  for (let q = 1; q < length; q++) {
    while (meet(vertices[last]!, q) <= borders[last]!) last--;
    const border = meet(vertices[last]!, q);
    vertices[++last] = q;
    borders[last] = border;
    borders[last + 1] = Infinity;
  }
  for (let i = 0, k = 0; i < length; i++) {
    while (borders[k + 1]! < i) k++;
    const vertex = vertices[k]!;
    squares[start + i * step] = (i - vertex) ** 2 + values[vertex]!;
  }
}
