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
 * Milliseconds that requests which were let in get when the server is told to
 * stop: a reading takes one second at most, and orchestrators kill after ten.
 */
export const DRAIN_DEADLINE = 5 * SECOND;
