const SECOND = 1000;

/**
 * Milliseconds until the head of a request has arrived: it fits one packet, and
 * who sends none of it only holds a connection.
 */
export const HEADERS_TIMEOUT = 8 * SECOND;

/** Milliseconds in which a connection may carry nothing at all, in either direction. */
export const STALL_TIMEOUT = 10 * SECOND;

/**
 * Milliseconds until a whole request has arrived: 10 MiB at 1.4 Mbit/s, which
 * the slowest mobile networks in use reach.
 */
export const REQUEST_TIMEOUT = 60 * SECOND;

/** Milliseconds that a connection stays open for a next request: longer than the browser waits between strokes. */
export const KEEP_ALIVE_TIMEOUT = 8 * SECOND;

/** Milliseconds between two looks at how long requests have been arriving. */
export const CHECKING_INTERVAL = 1 * SECOND;

/**
 * Milliseconds in which nothing may come of a body that nobody reads, before its
 * request is answered without it: a pause on a slow network is shorter.
 */
export const REST_TIMEOUT = SECOND / 2;

/**
 * Milliseconds that requests which were let in get when the server is told to
 * stop: a reading takes one second at most, and orchestrators kill after ten.
 */
export const DRAIN_DEADLINE = 5 * SECOND;

const MEBIBYTE = 2 ** 20;

/** Bytes of a body that goes the quick way: a drawing of the page has 2 to 20 KB, pixels as JSON 4 to 15. */
export const SMALL_BODY = MEBIBYTE;

/** Bytes of small bodies that may be under way: thousands of drawings. */
export const MAX_SMALL_BYTES = 32 * MEBIBYTE;

/**
 * The same of large ones: two of the largest, or four photos, of which one is
 * read at a time. Each is held once, and as much again of what the network has
 * handed over may lie beside it.
 */
export const MAX_LARGE_BYTES = 20 * MEBIBYTE;

/** Bytes of a body that nobody reads, taken in so that its sender sees the answer: any that is no attack. */
export const MAX_REST = 16 * MEBIBYTE;

/** What a body counts for whose length is not told: the most that is read of any. */
export const UNKNOWN_BODY = 10 * MEBIBYTE;
