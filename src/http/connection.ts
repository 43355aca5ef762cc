import type { Span } from "@opentelemetry/api";

/** What the app is told of the connection that a request came by. */
export interface Connection {
  /** As it was sent: HEAD is asked of the app as GET; undefined where no connection is. */
  readonly method?: string | undefined;
  /** IP address of its other end; undefined where it is gone already. */
  readonly remoteAddress?: string | undefined;
  /** The span of the request; undefined where tracing is off. */
  readonly span?: Span | undefined;
  /** Calls `then` once, when the answer has been sent or nobody takes it any more. */
  readonly onSent?: (then: (sent: Sent) => void) => void;
}

/** How an answer went out. */
export interface Sent {
  /** On the connection, its head included. */
  readonly bytes: number;
  /** Whether all of it was taken. */
  readonly isWhole: boolean;
}
