import type { Operator } from "../access/operator.ts";
import type { CorrectionStore } from "../corrections/correction_store.ts";
import type { Explainer } from "../explain/explainer.ts";
import type { Picture } from "../imaging/picture.ts";
import type { EngineName } from "../inference/engine.ts";
import type { Log } from "../log.ts";
import type { ModelComparison } from "../model_comparison.ts";
import type { ModelReport } from "../model_report.ts";
import type { Recognizer } from "../recognize.ts";

/** What the routes work with; `main.ts` puts it together. */
export interface Services {
  /** @throws {PictureError} */
  readonly decode: (bytes: Uint8Array) => Picture | Promise<Picture>;
  readonly recognizer: Recognizer;
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
  readonly log: Log;
}
