/** What the app is told of the connection that a request came by. */
export interface Connection {
  /** IP address of its other end; undefined where it is gone already. */
  readonly remoteAddress?: string | undefined;
}
