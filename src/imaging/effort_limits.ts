/**
 * Pieces of writing, each of which is compared with every other one. Of the
 * development sets, numbers have up to 19, amounts on patterned cheques 54,
 * photos after thresholding 110.
 */
export const MOST_PIECES = 1000;

/**
 * Pixels of the boxes of lines and of their pieces, which lie over each other
 * where strokes run aslant: 8 times all that decoding hands on. Of the
 * development sets, none has more than 0.7 million.
 */
export const MOST_PIXELS = 11_520_000;

/**
 * Valleys, and ways along which pieces may be cut, at 20 us each. Five touching
 * digits have up to 140, amounts on patterned cheques 990.
 */
export const MOST_CUTS = 4000;

/**
 * Atoms, each of which is read by itself, and with its neighbours: so many are
 * too many in any case. Amounts have up to 180, photos after thresholding 293.
 */
export const MOST_ATOMS = 1000;
