import { rankMistakes, scoreDigits } from "../../confusion.ts";
import {
  type Network,
  place,
  type PlacedLayer,
  volume,
} from "../../inference/network.ts";
import type { ModelComparison } from "../../model_comparison.ts";
import type { Misread, ModelReport } from "../../model_report.ts";
import { encodePng } from "../../png.ts";
import type {
  MisreadPicture,
  ModelCard,
  NetworkStep,
} from "../../views/model/model_card.ts";

/** Side of an image of MNIST, in pixels. */
const SIDE = 28;

/** Works out what the model page shows. */
export function createModelCard(
  report: ModelReport,
  comparison: ModelComparison | null,
  version: string,
): ModelCard {
  const { confusion } = report.test;
  return {
    report,
    steps: networkSteps(report.network),
    digits: scoreDigits(confusion),
    mistakes: rankMistakes(confusion),
    misread: (report.evaluation?.misread ?? []).map(showMisread),
    comparison,
    current: report.version === version,
  };
}

/** One step a layer with weights, with what needs none told beside it. */
function networkSteps(network: Network): NetworkStep[] {
  const { input } = network;
  const steps: NetworkStep[] = [
    { layer: null, then: [], ...input, parameters: 0 },
  ];
  for (const placed of place(network)) {
    const { layer, output } = placed;
    const last = steps.at(-1)!;
    if (layer.kind === "conv2d" || layer.kind === "dense") {
      const parameters = parametersOf(placed);
      steps.push({ layer, then: [], ...output, parameters });
    } else if (layer.kind !== "flatten") {
      const then = [...last.then, layer];
      steps[steps.length - 1] = { ...last, ...output, then };
    }
  }
  return steps;
}

function parametersOf({ tensors }: PlacedLayer): number {
  return tensors.reduce((sum, { shape }) => sum + volume(shape), 0);
}

function showMisread(misread: Misread): MisreadPicture {
  const { index, truth, read, confidence, pixels } = misread;
  // Dark ink on white paper.
  const gray = Uint8Array.fromBase64(pixels).map((ink) => 255 - ink);
  const png = encodePng("gray", SIDE, SIDE, gray);
  const source = `data:image/png;base64,${png.toBase64()}`;
  const picture = { source, width: SIDE, height: SIDE };
  return { index, truth, read, confidence, picture };
}
