import { imageAt, type Images } from "../images.ts";
import { canvasPng, photoJpeg } from "./drawings.ts";
import { postRequest } from "./http_client.ts";

/** Requests of one kind. */
export interface Workload {
  readonly name: string;
  /** As they go over the wire; asked in turns. */
  readonly requests: readonly Uint8Array[];
  /** Connections that ask at once where throughput is measured. */
  readonly concurrency: number;
  /** Contenders that take it. */
  readonly takers: readonly string[];
}

const CANVASES = 40;
const PHOTOS = 4;
const PIXELS = 200;
const BATCHES = 20;
const BATCH = 64;

export const PIXELS_WORKLOAD = "pixels as JSON";
export const CANVAS_WORKLOAD = "canvas PNG 280x280";

export function workloads(
  images: Images,
  tensor: TensorInput | null,
): Workload[] {
  const all = [
    {
      name: PIXELS_WORKLOAD,
      requests: made(
        PIXELS,
        (i) => jsonRequest({ pixels: [...imageAt(images.data, i)] }),
      ),
      concurrency: 8,
      takers: ["inkling", "peer", "bare hono"],
    },
    {
      name: CANVAS_WORKLOAD,
      requests: made(
        CANVASES,
        (i) => post("image/png", canvasPng(imageAt(images.data, i))),
      ),
      concurrency: 8,
      takers: ["inkling", "peer"],
    },
    {
      name: "photo JPEG 12 MP",
      requests: made(
        PHOTOS,
        (i) => post("image/jpeg", photoJpeg(imageAt(images.data, i), i)),
      ),
      concurrency: 2,
      takers: ["inkling", "peer"],
    },
  ];
  if (!tensor) return all;
  return [...all, {
    name: `Open Inference Protocol, ${BATCH} inputs`,
    requests: made(BATCHES, (i) => inferRequest(images, i * BATCH, tensor)),
    concurrency: 4,
    takers: ["inkling", "peer"],
  }];
}

/** What the Open Inference Protocol calls the network's input. */
export interface TensorInput {
  readonly name: string;
  /** Without the number of images. */
  readonly shape: readonly number[];
}

/** null where the server has no such route. */
export async function findTensorInput(url: URL): Promise<TensorInput | null> {
  const response = await fetch(new URL("/v2/models/digits", url));
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  const { inputs: [{ name, shape }] } = await response.json();
  return { name, shape: shape.slice(1) };
}

function inferRequest(
  images: Images,
  first: number,
  { name, shape }: TensorInput,
): Uint8Array {
  const data = made(BATCH, (i) => [...imageAt(images.data, first + i)]).flat();
  const input = { name, shape: [BATCH, ...shape], datatype: "FP32", data };
  return jsonRequest({ inputs: [input] }, "/v2/models/digits/infer");
}

function jsonRequest(body: unknown, path?: string): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return post("application/json", bytes, path);
}

function post(type: string, body: Uint8Array, path = "/predict"): Uint8Array {
  return postRequest(path, type, body);
}

function made<Value>(count: number, make: (i: number) => Value): Value[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
