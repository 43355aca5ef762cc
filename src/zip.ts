import { crc32 } from "node:zlib";

/** One file of an archive. */
export interface ZipEntry {
  /** Relative, with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Without the ZIP64 extension the number of files has 16 bits, and 65,535 means that it is used. */
export const MAX_ZIP_ENTRIES = 65_534;
/** Likewise the length of all, 32 bits. */
const MAX_ZIP_BYTES = 2 ** 32 - 2;

/** APPNOTE 4.3.7, 4.3.12, 4.3.16. */
const LOCAL_HEADER = { signature: 0x04034b50, length: 30 };
const CENTRAL_HEADER = { signature: 0x02014b50, length: 46 };
const END_RECORD = { signature: 0x06054b50, length: 22 };

/** APPNOTE 4.4.3: version 2.0 and the features that came with it. */
const VERSION = 20;
/** Bit 11: names are UTF-8, APPNOTE 4.4.4. */
const UTF8_NAMES = 1 << 11;

/** What both headers of a file say. */
interface Member {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly length: number;
  /** Of its local header, from the start of the archive. */
  readonly offset: number;
}

/**
 * Writes an archive file by file (PKWARE's APPNOTE.TXT 6.3.10), so that it is
 * never whole in memory. Files are stored as they are: this is for such as are
 * compressed already, PNG and gzip.
 *
 * @param date Of all files, in UTC.
 * @throws {RangeError} Where the archive would need ZIP64.
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  date: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const time = dosTime(date);
  const members: Member[] = [];
  let offset = 0;
  for await (const { name, bytes } of entries) {
    if (members.length === MAX_ZIP_ENTRIES) {
      throw new RangeError(
        `Cannot write ZIP: expected at most ${MAX_ZIP_ENTRIES} files, found more`,
      );
    }
    const member = {
      name: new TextEncoder().encode(name),
      crc: crc32(bytes),
      length: bytes.length,
      offset,
    };
    members.push(member);
    const header = localHeader(member, time);
    offset += header.length + bytes.length;
    if (offset > MAX_ZIP_BYTES) {
      throw new RangeError("Cannot write ZIP: expected at most 4 GiB");
    }
    yield header;
    yield new Uint8Array(bytes);
  }
  let size = 0;
  for (const member of members) {
    const header = centralHeader(member, time);
    size += header.length;
    yield header;
  }
  yield endRecord(members.length, size, offset);
}

function localHeader(member: Member, time: number): Uint8Array<ArrayBuffer> {
  const { bytes, view } = record(LOCAL_HEADER, member.name);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, UTF8_NAMES, true);
  setSizes(view, 10, member, time);
  return bytes;
}

function centralHeader(member: Member, time: number): Uint8Array<ArrayBuffer> {
  const { bytes, view } = record(CENTRAL_HEADER, member.name);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  view.setUint16(8, UTF8_NAMES, true);
  setSizes(view, 12, member, time);
  view.setUint32(42, member.offset, true);
  return bytes;
}

/** The fields that both headers have in one order; compression stays 0, stored. */
function setSizes(
  view: DataView,
  at: number,
  { name, crc, length }: Member,
  time: number,
): void {
  view.setUint32(at, time, true);
  view.setUint32(at + 4, crc, true);
  view.setUint32(at + 8, length, true);
  view.setUint32(at + 12, length, true);
  view.setUint16(at + 16, name.length, true);
}

function endRecord(
  count: number,
  size: number,
  offset: number,
): Uint8Array<ArrayBuffer> {
  const { bytes, view } = record(END_RECORD, new Uint8Array());
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

function record(
  { signature, length }: { signature: number; length: number },
  name: Uint8Array,
) {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  bytes.set(name, length);
  return { bytes, view };
}

/** Time in the low half, date in the high one, from 1980 in steps of two seconds (APPNOTE 4.4.6). */
function dosTime(date: Date): number {
  const time = date.getUTCHours() << 11 | date.getUTCMinutes() << 5 |
    date.getUTCSeconds() >> 1;
  const day = (date.getUTCFullYear() - 1980) << 9 |
    (date.getUTCMonth() + 1) << 5 | date.getUTCDate();
  return (day << 16 | time) >>> 0;
}
