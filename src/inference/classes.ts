/**
 * A network that reads digits has one output a digit and two for what is no digit;
 * then ten that tell the first of two digits, and ten that tell the second.
 */

export const DIGIT_COUNT = 10;

/** Index of the output, and label, of what is neither a digit nor several. */
export const NOT_A_DIGIT = DIGIT_COUNT;

/** Index of the output, and label, of digits that touch: two or more, or one and a good part of another. */
export const SEVERAL_DIGITS = DIGIT_COUNT + 1;

export const CLASSES = DIGIT_COUNT + 2;

/** Where the outputs begin that tell the first of two digits, and the second. */
export const FIRST_OF_TWO = CLASSES;
export const SECOND_OF_TWO = FIRST_OF_TWO + DIGIT_COUNT;

/** Of the network, in all. */
export const OUTPUTS = SECOND_OF_TWO + DIGIT_COUNT;
