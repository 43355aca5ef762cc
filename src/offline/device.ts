import type { Hono } from "hono";
import { createExplainer } from "../explain/explainer.ts";
import { chooseEngine } from "../inference/choose.ts";
import { parseModel } from "../inference/model.ts";
import { createLog } from "../log.ts";
import { createPictureReader } from "../picture_reader.ts";
import { createRecognizer } from "../recognize.ts";
import { createOfflineApp } from "./app.ts";
import { decode } from "./decode.ts";
import type { Kept } from "./kept.ts";
import type { Store } from "./store.ts";

/** This device in the server's place. */
export interface Device {
  /** Answers a request as the server would, or null where it cannot. */
  answer(request: Request): Promise<Response | null>;
}

/** A device with what its store holds; the engine is made when it is needed. */
export function createDevice(kept: Kept, store: Store): Device {
  const log = createLog("error");
  let app: Promise<Hono> | null = null;

  async function createApp(): Promise<Hono> {
    const weights = await store.find(kept.weights);
    if (!weights) throw new TypeError(`Cannot read: ${kept.weights} is gone`);
    const model = parseModel(new Uint8Array(await weights.arrayBuffer()));
    const { engine } = chooseEngine(model, "auto");
    const recognizer = createRecognizer(engine, model.calibration);
    return createOfflineApp({
      ...createPictureReader(decode, recognizer),
      recognizer,
      explainer: createExplainer(engine, model),
      corrections: null,
      log,
    });
  }

  /** The language of the page, since cookies are kept from workers. */
  async function findLanguage(): Promise<string | null> {
    const home = await store.find(kept.pages[0]);
    return home?.headers.get("Content-Language") ?? null;
  }

  return {
    async answer(request) {
      try {
        app ??= createApp();
        const { fetch } = await app;
        const answer = await fetch(
          await inLanguage(request, await findLanguage()),
        );
        return answer.status === 500 ? null : answer;
      } catch (error) {
        app = null;
        log.error(`This device cannot read: ${error}`);
        return null;
      }
    },
  };
}

/** The same request, as if a browser that prefers `language` had sent it. */
async function inLanguage(
  request: Request,
  language: string | null,
): Promise<Request> {
  const { url, method } = request;
  const headers = new Headers(request.headers);
  if (language !== null) headers.set("Accept-Language", language);
  return new Request(url, { method, headers, body: await request.blob() });
}
