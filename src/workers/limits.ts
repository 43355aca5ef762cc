/**
 * Bytes of a picture that goes the quick way, together with the pixels below: a
 * drawing of the page has 2 to 20 KB, and the worst of this size takes a third of
 * a second.
 */
export const MAX_QUICK_BYTES = 256 * 1024;

/**
 * Pixels of a picture that goes the quick way: the page's sheet hands over 0.26
 * million at most, and whoever draws waits behind no more than this.
 */
export const MAX_QUICK_PIXELS = 600_000;

/** Quick pictures that wait: at 10 ms each the last one waits 0.2 seconds. */
export const MAX_QUICK_WAITING = 16;

/** Photos that wait: at 0.3 s each the last one waits 2.4 seconds. Admission bounds their bytes. */
export const MAX_PHOTOS_WAITING = 8;

/**
 * Milliseconds after the last photo in which its worker waits for another one,
 * before it ends and gives back what its codecs and its heap hold: up to 300 MB.
 * The photo after that takes a tenth of a second longer.
 */
export const MAX_PHOTOS_IDLE = 3000;

/**
 * Milliseconds from the start of a picture to its reading. The slowest one that
 * the limits let through takes 1.5 seconds of a core, of which decoding takes 1
 * and reading half a one; the rest is for a machine that has other things to do.
 */
export const READ_DEADLINE = 8000;

/**
 * Milliseconds beyond the deadline after which a worker that still runs is taken to run
 * for ever: forty times what the slowest picture takes of a core.
 */
export const READ_PATIENCE = 60_000;

/**
 * Workers of one lane that may be lost, which is to run for ever or to crash
 * again and again, before the process is worn out. Code that runs cannot be
 * stopped, so that each of them holds a core. Nor do more run beyond their
 * deadline at a time: the lane waits until one of them ends.
 */
export const MAX_LOST_WORKERS = 3;

/** Seconds after which to ask again, as `Retry-After` tells it. */
export const RETRY_AFTER = 2;
