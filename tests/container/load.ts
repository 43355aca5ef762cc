/** What came of many requests one after the other. */
export interface Load {
  /** Those answered as they should be. */
  readonly answered: number;
  /** What went wrong with the others. */
  readonly failures: readonly string[];
}

/** Senders at once, each with its next drawing when the last one is read. */
const SENDERS = 4;

/**
 * Sends a drawing to `url` over and over, as the page does while somebody
 * writes, until `work` is done.
 *
 * @param text What it has to be read as.
 */
export async function sendWhile(
  url: string,
  drawing: Uint8Array<ArrayBuffer>,
  text: string,
  work: () => Promise<void>,
): Promise<Load> {
  let answered = 0;
  let isDone = false;
  const failures: string[] = [];
  const send = async () => {
    while (!isDone) {
      const failure = await ask(url, drawing, text);
      if (failure === null) answered++;
      else failures.push(`${new Date().toISOString()} ${failure}`);
    }
  };
  const senders = Array.from({ length: SENDERS }, send);
  try {
    await work();
  } finally {
    isDone = true;
    await Promise.all(senders);
  }
  return { answered, failures };
}

/** What went wrong; null for nothing. */
async function ask(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<string | null> {
  try {
    const headers = { "Content-Type": "image/png" };
    const response = await fetch(url, { method: "POST", headers, body });
    const answer = await response.text();
    if (response.status !== 200) return `${response.status} ${answer}`;
    return JSON.parse(answer).text === text ? null : answer;
  } catch (error) {
    return String(error);
  }
}
