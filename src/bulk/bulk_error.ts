/** What keeps a whole run from going on; the message is one line for whoever started it. */
export class BulkError extends Error {
  override readonly name = "BulkError";
}
