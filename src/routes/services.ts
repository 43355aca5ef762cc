import type { Operator } from "../access/operator.ts";
import type { TokenCheck } from "../access/token.ts";
import type { CorrectionStore } from "../corrections/correction_store.ts";
import type { Explainer } from "../explain/explainer.ts";
import type { Lifecycle } from "../http/lifecycle.ts";
import type { EngineName } from "../inference/engine.ts";
import type { Log } from "../log.ts";
import type { ModelComparison } from "../model_comparison.ts";
import type { ModelReport } from "../model_report.ts";
import type { PictureReader } from "../picture_reader.ts";
import type { Recognizer } from "../recognize.ts";
import type { Metric } from "../telemetry/metric.ts";

/** What the routes work with; `main.ts` puts it together. */
export interface Services extends PictureReader {
  /** Reads the network's own input, which takes no time worth a worker. */
  readonly recognizer: Pick<Recognizer, "readNormalized">;
  readonly explainer: Explainer;
  readonly engine: EngineName;
  readonly model: { readonly name: string; readonly version: string };
  /** The file that the model was read from, for devices that read offline. */
  readonly weights: Uint8Array<ArrayBuffer>;
  /** null where there is none that can be read. */
  readonly report: ModelReport | null;
  /** null where there is none that can be read. */
  readonly comparison: ModelComparison | null;
  /** null where corrections are off. */
  readonly corrections: CorrectionStore | null;
  /** null where there is none. */
  readonly operator: Operator | null;
  /** Whether a client that does too much is held off. */
  readonly isRateLimited: boolean;
  /** Whose scripts may ask `/predict`: an origin, "*" for any; null for no other's. */
  readonly corsOrigin: string | null;
  /** Changes while the server runs. */
  readonly lifecycle: Readonly<Lifecycle>;
  /** Of what the routes know nothing of: the process and the readers. */
  readonly metrics: readonly Metric[];
  /** Who may read the metrics; null for everyone. */
  readonly isScraper: TokenCheck | null;
  readonly log: Log;
}
