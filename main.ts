import { createOperator } from "./src/access/operator.ts";
import { createTokenCheck } from "./src/access/token.ts";
import { createApp } from "./src/app.ts";
import {
  type Config,
  ConfigError,
  readConfig,
  USAGE,
  VARIABLES,
} from "./src/config.ts";
import { openCorrections } from "./src/corrections/open_corrections.ts";
import { createExplainer } from "./src/explain/explainer.ts";
import type { Connection } from "./src/http/connection.ts";
import type { Lifecycle } from "./src/http/lifecycle.ts";
import {
  type HttpServer,
  ListenError,
  startHttpServer,
} from "./src/http/server.ts";
import {
  chooseEngine,
  type ChosenEngine,
  EngineError,
} from "./src/inference/choose.ts";
import { type Model, parseModel } from "./src/inference/model.ts";
import { WeightsError } from "./src/inference/weights.ts";
import { createLog, type Log, type LogFormat } from "./src/log.ts";
import { parseModelComparison } from "./src/parse_model_comparison.ts";
import { parseModelReport } from "./src/parse_model_report.ts";
import { FormError } from "./src/read_json.ts";
import { createRecognizer } from "./src/recognize.ts";
import { refuse } from "./src/routes/problems/refuse.ts";
import { writeLine } from "./src/standard_error.ts";
import { watchProcess } from "./src/telemetry/process_metrics.ts";
import { laneMetrics } from "./src/workers/lane_metrics.ts";
import {
  createReaderPool,
  type Program,
  type ReaderPool,
} from "./src/workers/reader_pool.ts";

const SOURCE = new URL("src/", import.meta.url);
const WEIGHTS = new URL("weights/digits.safetensors", import.meta.url);
const REPORT = new URL("weights/report.json", import.meta.url);
const COMPARISON = new URL("weights/comparison.json", import.meta.url);

/** Why the server cannot start; the message is one line for the operator. */
class StartError extends Error {
  override readonly name = "StartError";
}

if (Deno.args.includes("--help")) {
  console.log(USAGE);
  Deno.exit(0);
}
try {
  refuseArguments(Deno.args);
  await start(readConfig(Deno.env));
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) {
    throw error;
  }
  console.error(`Cannot start: ${error.message}`);
  Deno.exit(1);
}

/** @throws {StartError} Where there are any. */
function refuseArguments([first]: readonly string[]): void {
  if (first === undefined) return;
  throw new StartError(
    `expected no arguments, found ${
      JSON.stringify(first)
    }. Set variables instead: ${VARIABLES.join(", ")}; --help explains them.`,
  );
}

async function start(config: Config): Promise<void> {
  const { logFormat: format } = config;
  const log = createLog(config.logLevel, { format, write: writeLine });
  const { model, bytes } = await loadModel(config.weights ?? WEIGHTS);
  const report = await loadDocument(REPORT, parseModelReport, log);
  const comparison = await loadDocument(COMPARISON, parseModelComparison, log);
  // Early, since a worker loads while the engine is made that it is given.
  const start = Promise.withResolvers<Program>();
  const pool = makePool(start.promise, (reason) => {
    log.error(`Cannot go on reading: ${reason}. Start the server again.`);
    stop({ server, lifecycle, log }, 0, 1);
  });
  const lifecycle: Lifecycle = { stage: "starting" };
  pool.ready.then(() => {
    if (lifecycle.stage === "starting") lifecycle.stage = "ready";
  });
  const { engine, reason, program } = makeEngine(model, config);
  start.resolve({ model, program });
  if (config.engine === "auto" && engine.name === "loops") {
    log.warn(`engine loops, the slow one: ${reason}`);
  }
  const recognizer = createRecognizer(engine, model.calibration);
  const app = createApp({
    ...pool,
    recognizer,
    explainer: createExplainer(engine, model),
    engine: engine.name,
    model,
    weights: bytes,
    report,
    comparison,
    corrections: await openCorrections(config, log),
    operator: config.adminToken === null
      ? null
      : createOperator(config.adminToken),
    isRateLimited: config.rateLimit,
    corsOrigin: config.corsOrigin,
    lifecycle,
    metrics: [...watchProcess(), ...laneMetrics(pool.lanes)],
    isScraper: config.metricsToken === null
      ? null
      : createTokenCheck(config.metricsToken),
    log,
  });
  const server = await listen(config, app.fetch);
  // From here on only a database is spoken to, and no other address.
  if (!config.database) await Deno.permissions.revoke({ name: "net" });
  stopOnSignal({ server, lifecycle, log }, config.drainDelay);
  announce(
    format,
    `Inkling reads digits at ${
      urlOf(server)
    } (engine ${engine.name}: ${reason}; weights ${model.name} ${model.version})`,
  );
}

/** On standard output, whatever the level of the log: where the server is at all. */
function announce(format: LogFormat, message: string): void {
  if (format === "text") console.log(message);
  else {
    const write = (entry: string) => console.log(entry);
    createLog("info", { format, write }).info(message);
  }
}

interface LoadedModel {
  readonly model: Model;
  /** The file it was read from. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function loadModel(path: string | URL): Promise<LoadedModel> {
  const name = path instanceof URL ? decodeURI(path.pathname) : path;
  try {
    const bytes = await Deno.readFile(path);
    return { model: parseModel(bytes), bytes };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new StartError(
        `expected weights in ${name}, found no such file. Restore it, train it with "deno task train", or name another in WEIGHTS.`,
      );
    }
    if (error instanceof WeightsError) {
      throw new StartError(
        `the weights in ${name} are damaged. ${error.message}. Restore the file, or train it again with "deno task train".`,
      );
    }
    if (isRefusal(error)) {
      throw new StartError(
        `expected to read weights from ${name}, found: ${error.message}.`,
      );
    }
    throw error;
  }
}

/** A document of the model page, which the server does without when there is none. */
async function loadDocument<Document>(
  path: URL,
  parse: (value: unknown) => Document,
  log: Log,
): Promise<Document | null> {
  try {
    return parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (
      !(error instanceof FormError || error instanceof SyntaxError ||
        isRefusal(error))
    ) {
      throw error;
    }
    // Broken JSON is quoted with its line feeds.
    const reason = error.message.replace(/\s+/g, " ");
    log.warn(`${decodeURI(path.pathname)}: ${reason}`);
    return null;
  }
}

function makeEngine(model: Model, { engine }: Config): ChosenEngine {
  try {
    return chooseEngine(model, engine);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new StartError(`ENGINE: ${error.message}.`);
  }
}

function makePool(
  start: Promise<Program>,
  onWornOut: (reason: string) => void,
): ReaderPool {
  try {
    return createReaderPool({ source: SOURCE, start, onWornOut });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new StartError(
      `expected to start workers, which read the folder src (--allow-read=weights,src), found: ${error.message}.`,
    );
  }
}

async function listen(
  { host, port }: Config,
  answer: (
    request: Request,
    connection: Connection,
  ) => Response | Promise<Response>,
): Promise<HttpServer> {
  try {
    return await startHttpServer(host, port, answer, refuse);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    if (error.code === "EADDRINUSE") {
      throw new StartError(
        `expected port ${port} of ${host} to be free, found it taken. Stop what listens there, or set PORT to another port.`,
      );
    }
    throw new StartError(
      `expected to listen on port ${port} of ${host} (HOST, PORT), found: ${error.message}.`,
    );
  }
}

function urlOf({ hostname, port }: HttpServer): string {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return `http://${host}:${port}/`;
}

/** An answer of the operating system, or of Deno's permissions: no bug. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error &&
    Object.values(Deno.errors).some((kind) => error instanceof kind);
}

/** What is stopped, and where that is told. */
interface Running {
  readonly server: HttpServer;
  readonly lifecycle: Lifecycle;
  readonly log: Log;
}

function stopOnSignal(running: Running, drainDelay: number): void {
  const listen = (signal: "SIGINT" | "SIGTERM") =>
    Deno.addSignalListener(signal, () => {
      running.log.info("stopping", { signal, drainDelay });
      stop(running, drainDelay, 0);
    });
  listen("SIGINT");
  // Windows has no SIGTERM, and Deno refuses to listen for it there.
  if (Deno.build.os !== "windows") listen("SIGTERM");
}

/**
 * Says for `drainDelay` seconds that it is not ready, stops accepting, lets open
 * requests finish, and exits; workers end with the process. A second signal
 * stops at once.
 */
async function stop(
  { server, lifecycle, log }: Running,
  drainDelay: number,
  code: number,
): Promise<void> {
  if (lifecycle.stage !== "draining") {
    lifecycle.stage = "draining";
    await new Promise((resolve) => setTimeout(resolve, 1000 * drainDelay));
  }
  await server.stop();
  log.info("stopped", { code });
  Deno.exit(code);
}
