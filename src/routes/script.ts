/** Comments that have their lines to themselves: all that our scripts have. */
const COMMENTS = /^[ \t]*(\/\*\*[^]*?\*\/|\/\/.*)[ \t]*\n/gm;

/**
 * A script as it is sent: a third of ours are comments, which only readers of
 * the source need. No literal of ours has a line that begins like a comment.
 */
export function withoutComments(script: string): string {
  return script.replace(COMMENTS, "");
}
