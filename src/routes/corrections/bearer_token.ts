/** The token of an `Authorization` header (RFC 6750, 2.1); empty where it has none. */
export function bearerToken(authorization: string): string {
  return authorization.match(/^Bearer +(\S+) *$/i)?.[1] ?? "";
}
