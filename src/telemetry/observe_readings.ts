import type {
  PictureReader,
  PictureReading,
  ShownReading,
} from "../picture_reader.ts";
import type { Recognizer, TextReading } from "../recognize.ts";
import { countsOf, currentRecord, type StageTimes } from "./request_record.ts";

/** What reads, in whichever form a picture comes. */
export interface Readers extends PictureReader {
  readonly recognizer: Pick<Recognizer, "readNormalized">;
}

/**
 * The same readers, which put each reading into the record of its request, and
 * tell `onReading` of it.
 */
export function observeReadings(
  { read, show, recognizer }: Readers,
  onReading: (reading: TextReading, took: StageTimes) => void,
): Readers {
  function keep(
    reading: TextReading,
    asked: number,
    answered: number,
    took: StageTimes,
  ): void {
    const counts = countsOf(reading);
    currentRecord.getStore()?.readings.push({ asked, answered, took, counts });
    onReading(reading, took);
  }

  async function observe<Read extends PictureReading & Partial<ShownReading>>(
    ask: (bytes: Uint8Array) => Promise<Read>,
    bytes: Uint8Array,
  ): Promise<Read> {
    const asked = performance.now();
    const read = await ask(bytes);
    const answered = performance.now();
    keep(read.reading, asked, answered, timesOf(read, answered - asked));
    return read;
  }

  return {
    read: (bytes) => observe(read, bytes),
    show: (bytes) => observe(show, bytes),
    recognizer: {
      ...recognizer,
      readNormalized(pixels) {
        const asked = performance.now();
        const reading = recognizer.readNormalized(pixels);
        const { inference } = reading.timing;
        keep(reading, asked, performance.now(), { inference });
        return reading;
      },
    },
  };
}

/** A reading in a worker; what its stages do not account for, it waited. */
function timesOf(
  { reading, decode, drawing }: PictureReading & Partial<ShownReading>,
  elapsed: number,
): StageTimes {
  const { imaging, inference } = reading.timing;
  const known = decode + imaging + inference + (drawing ?? 0);
  const wait = Math.max(0, elapsed - known);
  const times = { wait, decode, imaging, inference };
  return drawing === undefined ? times : { ...times, draw: drawing };
}
