/**
 * What stands for a client in counts: an IPv4 address, or the half of an IPv6
 * address that names the network, as one customer has all of it (RFC 6177).
 */
export function clientOf(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i);
  if (mapped) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = Math.max(0, GROUPS - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return `${groups.slice(0, NETWORK_GROUPS).join(":")}::/64`;
}

/** Groups of 16 bits, RFC 4291 2.2. */
const GROUPS = 8;
const NETWORK_GROUPS = 4;
