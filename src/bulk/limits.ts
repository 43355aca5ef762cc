const SECOND = 1000;
const MEBIBYTE = 2 ** 20;

/**
 * Bytes of a picture file: 16.7 megapixels that do not compress take 64 MiB,
 * and no more pixels are decoded.
 */
export const MAX_FILE_BYTES = 64 * MEBIBYTE;

/** Network inputs of one question to a worker: 9 ms of work, beside 0.1 ms for asking. */
export const INPUTS_A_BATCH = 256;

/** Images of one question that go through the whole pipeline, a millisecond each and more. */
export const PICTURES_A_BATCH = 16;

/** Questions a worker has or finds waiting, so that it never waits for the next one. */
export const RUNNING_A_WORKER = 2;

/**
 * Answers that wait for an earlier one: quick pictures go on being read for
 * seconds while one slow photo holds up what may be written.
 */
export const AHEAD_A_WORKER = 512;

/** Milliseconds for one question: the slowest picture takes one second of a core, which may be shared. */
export const DEADLINE = 60 * SECOND;

/** Milliseconds beyond that after which a worker that still runs is taken to run for ever. */
export const PATIENCE = 60 * SECOND;

/** Workers in a row that crash before the machine, not a picture, is taken for the reason; and those that run for ever. */
export const MAX_LOST_WORKERS = 5;
