/** Any origin will do, since what is left of an address has none. */
const HERE = "http://inkling.invalid";

/**
 * The path and query that `address` names on this site; null for what is of
 * another one, or could be taken for it. Two slashes, or a slash and a
 * backslash, begin a host, and tabs and line feeds between them are overlooked
 * (URL standard, 4.4).
 */
export function ownAddress(address: string): string | null {
  if (!/^\/[^\p{Cc}]*$/u.test(address)) return null;
  const url = URL.parse(address, HERE);
  if (url === null || url.origin !== HERE) return null;
  const { pathname, search } = url;
  // "/.//host" comes out as "//host".
  return pathname.startsWith("//") ? null : `${pathname}${search}`;
}
