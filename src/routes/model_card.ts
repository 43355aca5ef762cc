import { rankMistakes, scoreDigits } from "../confusion.ts";
import {
  type Layer,
  type Network,
  place,
  type PlacedLayer,
  volume,
} from "../inference/network.ts";
import type { ModelComparison } from "../model_comparison.ts";
import type { Misread, ModelReport } from "../model_report.ts";
import { encodePng } from "../png.ts";
import type {
  MisreadPicture,
  ModelCard,
  NetworkStep,
  Setting,
} from "../views/model_card.ts";

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
    recipe: Object.entries(report.recipe ?? {}).flatMap(showSetting),
    comparison,
    current: report.version === version,
  };
}

/** One step a layer with weights, with what needs none told beside it. */
function networkSteps(network: Network): NetworkStep[] {
  const { input } = network;
  const steps: NetworkStep[] = [
    { name: "Picture", then: "", ...input, parameters: 0 },
  ];
  for (const placed of place(network)) {
    const name = nameOf(placed.layer);
    const last = steps.at(-1)!;
    if (name !== null) {
      const parameters = parametersOf(placed);
      steps.push({ name, then: "", ...placed.output, parameters });
    } else if (placed.layer.kind !== "flatten") {
      const extra = followUp(placed.layer);
      const then = last.then === "" ? extra : `${last.then}, ${extra}`;
      steps[steps.length - 1] = { ...last, ...placed.output, then };
    }
  }
  return steps;
}

/** Of a layer that makes a step of its own, else null. */
function nameOf(layer: Layer): string | null {
  switch (layer.kind) {
    case "conv2d":
      return `${layer.size} × ${layer.size} convolution`;
    case "dense":
      return "Dense";
    default:
      return null;
  }
}

function followUp(layer: Layer): string {
  switch (layer.kind) {
    case "max_pool":
      return `${layer.size} × ${layer.size} pooling`;
    case "batch_norm":
      return "batch norm";
    default:
      return layer.kind;
  }
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

/** A setting as the recipe names it: `learningRate` is the learning rate. */
function showSetting([key, value]: [string, unknown]): Setting[] {
  const text = showValue(value);
  return text === "" ? [] : [{ name: inWords(key), value: text }];
}

function showValue(value: unknown): string {
  switch (typeof value) {
    case "number":
      return value.toLocaleString("en", { maximumSignificantDigits: 6 });
    case "string":
      return value;
    case "boolean":
      return value ? "yes" : "no";
    case "object":
      if (value === null) return "";
      return Object.entries(value)
        .map(([key, part]) =>
          Array.isArray(value)
            ? showValue(part)
            : `${showValue(part)} ${inWords(key).toLowerCase()}`
        )
        .join(", ");
    default:
      return "";
  }
}

function inWords(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
