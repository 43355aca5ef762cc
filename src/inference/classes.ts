/** A network that reads digits has one output a digit and two for what is no digit. */

export const DIGIT_COUNT = 10;

/** Index of the output, and label, of what is neither a digit nor several. */
export const NOT_A_DIGIT = DIGIT_COUNT;

/** Index of the output, and label, of digits that touch: two or more, or one and a good part of another. */
export const SEVERAL_DIGITS = DIGIT_COUNT + 1;

export const CLASSES = DIGIT_COUNT + 2;
