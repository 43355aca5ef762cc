import type { EngineName } from "../inference/engine.ts";
import type { Log } from "../log.ts";
import type { ModelComparison } from "../model_comparison.ts";
import type { ModelReport } from "../model_report.ts";
import type { PictureReader } from "../picture_reader.ts";
import type { Recognizer } from "../recognize.ts";

/** What the routes work with; `main.ts` puts it together. */
export interface Services extends PictureReader {
  /** Reads the network's own input, which takes no time worth a worker. */
  readonly recognizer: Pick<Recognizer, "readNormalized">;
  readonly engine: EngineName;
  readonly model: { readonly name: string; readonly version: string };
  /** null where there is none that can be read. */
  readonly report: ModelReport | null;
  /** null where there is none that can be read. */
  readonly comparison: ModelComparison | null;
  readonly log: Log;
}
