import { createApp } from "../../src/app.ts";
import { createExplainer } from "../../src/explain/explainer.ts";
import { decode } from "../../src/imaging/decode/decode.ts";
import { chooseEngine } from "../../src/inference/choose.ts";
import { parseModel } from "../../src/inference/model.ts";
import { createLog } from "../../src/log.ts";
import { parseModelReport } from "../../src/parse_model_report.ts";
import { createPictureReader } from "../../src/picture_reader.ts";
import { createRecognizer, type Reading } from "../../src/recognize.ts";
import type { Services } from "../../src/routes/services.ts";

/** As for the server, `WEIGHTS` may name others. */
const WEIGHTS = Deno.env.get("WEIGHTS") ??
  new URL("../../weights/digits.safetensors", import.meta.url);

const REPORT = new URL("../../weights/report.json", import.meta.url);

/** What the server works with: the real engine on the real weights. */
export function createServices(): Services {
  const weights = Deno.readFileSync(WEIGHTS);
  const model = parseModel(weights);
  const { engine } = chooseEngine(model, "auto");
  const recognizer = createRecognizer(engine, model.calibration);
  return {
    ...createPictureReader(decode, recognizer),
    recognizer,
    explainer: createExplainer(engine, model),
    engine: engine.name,
    model,
    weights,
    report: parseModelReport(JSON.parse(Deno.readTextFileSync(REPORT))),
    comparison: null,
    corrections: null,
    operator: null,
    isRateLimited: false,
    corsOrigin: null,
    lifecycle: { stage: "ready" },
    metrics: [],
    isScraper: null,
    log: createLog("error", { write() {} }),
  };
}

/** The same, but every picture has this reading. */
export function thatRead(services: Services, reading: Reading): Services {
  const reader = createPictureReader(decode, { read: () => reading });
  return { ...services, ...reader };
}

export const services = createServices();
export const app = createApp(services);
