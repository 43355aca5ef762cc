/** Comments that have their lines to themselves: all that our files have. */
const COMMENTS = /^[ \t]*(\/\*[^]*?\*\/|\/\/.*)[ \t]*\n/gm;

/**
 * A script or style as it is sent: a third of our scripts are comments, which
 * only readers of the source need. No literal of ours has a line that begins
 * like a comment.
 */
export function withoutComments(source: string): string {
  return source.replace(COMMENTS, "");
}
