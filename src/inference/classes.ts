/** A network that reads digits has one output a digit and one for what is no digit at all. */

export const DIGIT_COUNT = 10;

/** Index of the output, and label, of what is no digit. */
export const NOT_A_DIGIT = DIGIT_COUNT;

export const CLASSES = DIGIT_COUNT + 1;
