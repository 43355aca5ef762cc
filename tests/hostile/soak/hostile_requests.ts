import type { Random } from "../mutate.ts";
import { mutate } from "../mutate.ts";
import { SEEDS } from "../seeds.ts";
import { connect, send } from "../../http/raw_http.ts";
import { ask } from "./ask.ts";
import { formOf } from "./good_requests.ts";
import type { Tally } from "./tally.ts";

/** A file that is made to hurt. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Types of bodies that are none of what they claim. */
const TYPES = [
  "text/plain",
  "application/json",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/x-www-form-urlencoded",
  "image/png",
  "image/svg+xml",
  "",
];
const PATHS = ["predict", "read", "thinking", "growth", "preferences"];
/** Bytes of a body that names no length. */
const CHUNK = 2 ** 16;
const GARBAGE = 4096;

/** Sends a file in one of the ways that there are; any answer but an error of the server is right. */
export async function sendFile(
  base: string,
  { name, bytes }: HostileFile,
  random: Random,
  tally: Tally,
): Promise<void> {
  const [path, init] = pick<() => [string, RequestInit]>([
    () => ["predict", { body: bytes.slice(), headers: typed("image/png") }],
    () => ["predict", { body: formOf(bytes) }],
    () => ["read", { body: formOf(bytes) }],
    () => ["growth", { body: formOf(bytes) }],
  ], random)();
  await check(base, path, init, name, tally);
}

/** Sends what is no file: garbage, wrong types, bodies without a length or an end. */
export async function sendNonsense(
  base: string,
  random: Random,
  tally: Tally,
): Promise<void> {
  const kinds = [sendGarbage, sendMutation, sendChunked, sendHalf];
  await pick(kinds, random)(base, random, tally);
}

/** Asks with any body; only what the server promises is right. */
async function check(
  base: string,
  path: string,
  init: RequestInit,
  name: string,
  tally: Tally,
): Promise<void> {
  const { status, text, isHanging, retryAfter } = await ask(
    new URL(path, base),
    { method: "POST", ...init },
  );
  tally.add(status);
  const isDeliberate = status === 503 && retryAfter !== null;
  // Where a body is refused by its length, it may be closed before it is read.
  if (status < 500 && !isHanging || isDeliberate) return;
  const told = isHanging ? "never answered" : `${status} ${text.slice(0, 200)}`;
  tally.addProblem(`${name} to ${path}: ${told}`);
}

function sendGarbage(base: string, random: Random, tally: Tally) {
  const body = Uint8Array.from({ length: GARBAGE }, () => 256 * random());
  const type = pick(TYPES, random);
  const init = { body, headers: typed(type) };
  return check(base, pick(PATHS, random), init, `garbage as ${type}`, tally);
}

function sendMutation(base: string, random: Random, tally: Tally) {
  const seeds = Object.values(SEEDS).flat();
  const bytes = mutate(pick(seeds, random), random, pick(seeds, random));
  return sendFile(base, { name: bytes.toBase64(), bytes }, random, tally);
}

function sendChunked(base: string, random: Random, tally: Tally) {
  let left = Math.ceil(200 * random());
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (left-- === 0) return controller.close();
      controller.enqueue(new Uint8Array(CHUNK));
    },
  });
  const init = { body, headers: typed("image/png") };
  return check(base, "predict", init, "a body in chunks", tally);
}

/** An upload whose sender hangs up in the middle. */
async function sendHalf(base: string, random: Random, tally: Tally) {
  using connection = await connect(base);
  const path = pick(PATHS, random);
  const head = `POST /${path} HTTP/1.1\r\nHost: soak\r\n` +
    `Content-Type: image/png\r\nContent-Length: 5000000\r\n\r\n`;
  try {
    await send(connection, head);
    await send(connection, new Uint8Array(Math.floor(2 ** 20 * random())));
  } catch (error) {
    // The server may be the first to hang up.
    if (!(error instanceof Error)) throw error;
  }
  tally.add(0);
}

function typed(type: string): Record<string, string> {
  return { "Content-Type": type };
}

function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(values.length * random())]!;
}
