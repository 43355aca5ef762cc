/** Whether some bytes stand at a place of a body. */
export function startsWith(
  body: Uint8Array,
  expected: Uint8Array,
  at: number,
): boolean {
  for (let i = 0; i < expected.length; i++) {
    if (body[at + i] !== expected[i]) return false;
  }
  return true;
}
