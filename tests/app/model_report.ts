import type {
  Evaluation,
  ModelReport,
  SetResult,
} from "../../src/model_report.ts";
import type { ModelComparison } from "../../src/model_comparison.ts";
import {
  expectedCalibrationError,
  refusalAt,
  refusalCurve,
  reliabilityBins,
  riskCoverage,
} from "../../train/calibration_curves.ts";
import { Random } from "../../train/random.ts";
import { wilsonInterval } from "../../train/score.ts";

const PIXELS = 28 * 28;

/** A report with what every report has, and nothing more. */
export const shortReport: ModelReport = {
  version: "2026-11-22-c9e56fbf",
  date: "2026-11-22",
  network: {
    input: { height: 28, width: 28, channels: 1 },
    layers: [
      {
        kind: "conv2d",
        name: "conv1",
        size: 3,
        stride: 1,
        padding: "valid",
        filters: 24,
        bias: true,
      },
      { kind: "max_pool", size: 2, stride: 2 },
      { kind: "relu" },
      {
        kind: "conv2d",
        name: "conv2",
        size: 3,
        stride: 2,
        padding: "same",
        filters: 56,
        bias: true,
      },
      { kind: "relu" },
      { kind: "flatten" },
      { kind: "dense", name: "dense1", units: 11 },
    ],
  },
  parameters: 42_595,
  multiplyAdds: 768_360,
  test: {
    ...accuracy(9967, 10_000),
    confusion: Array.from(
      { length: 10 },
      (_, truth) =>
        Array.from({ length: 10 }, (_, read) => {
          if (truth === read) return truth === 0 ? 976 : 999;
          return truth === 4 && read === 9
            ? 24
            : truth === 7 && read === 2
            ? 9
            : 0;
        }),
    ),
  },
};

/** A report with every section there is. */
export const fullReport: ModelReport = {
  ...shortReport,
  recipe: {
    learningRate: 0.004,
    made: { strokes: 12_000, pictured: 6000 },
    teachers: [],
    mirrored: false,
  },
  trainingSeconds: 889,
  curve: Array.from({ length: 20 }, (_, i) => ({
    epoch: i + 1,
    loss: 0.29 + 0.5 / (i + 1),
    validationError: 0.003 + 0.01 / (i + 1),
  })),
  evaluation: evaluation(),
  seeds: [
    { seed: 1, accuracy: 0.9971, errors: 29, trainingSeconds: 889 },
    { seed: 2, accuracy: 0.9969, errors: 31, trainingSeconds: 902 },
    { seed: 3, accuracy: 0.9972, errors: 28, trainingSeconds: 4000 },
  ],
};

export const comparison: ModelComparison = {
  date: "2026-11-22",
  families: [
    {
      id: "naive-bayes",
      name: "Naive Bayes",
      explanation: "Asks every pixel by itself.",
      reference: 0.556,
      ...accuracy(5558, 10_000),
      parameters: 15_690,
      epochs: null,
      trainingImages: 60_000,
      seed: 1,
      trainingSeconds: 0.2,
      predictionMs: 0.007,
      confused: { truth: 7, read: 9, count: 671 },
    },
    {
      id: "inkling",
      name: "Inkling",
      explanation: "Five layers of small windows.",
      reference: null,
      ...accuracy(9967, 10_000),
      parameters: 80_812,
      epochs: 30,
      trainingImages: null,
      seed: 1,
      trainingSeconds: 889,
      predictionMs: 0.036,
      confused: null,
    },
  ],
};

function evaluation(): Evaluation {
  const random = new Random(1);
  const answers = Array.from({ length: 2000 }, () => {
    const confidence = 1 - 0.6 * random.uniform() ** 4;
    return { confidence, right: random.uniform() < confidence };
  });
  const digits = Array.from({ length: 900 }, () => 4 + random.normal());
  const others = Array.from({ length: 900 }, () => 1 + random.normal());
  const { threshold: _, ...chosen } = refusalAt(digits, others, 0.02);
  const reliability = reliabilityBins(answers);
  return {
    date: "2026-11-23",
    sets: [
      set("MNIST test, as files", "mnist", 9965, 10_000),
      set("Pen strokes", "development", 2958, 3000),
      set("Photos of paper", "unseen", 1973, 2000),
    ],
    reliability,
    expectedCalibrationError: expectedCalibrationError(reliability),
    riskCoverage: riskCoverage(answers),
    refusal: { ...chosen, curve: refusalCurve(digits, others) },
    misread: [
      { index: 8, truth: 5, read: 6, confidence: 0.62, pixels: pixels(1) },
      { index: 947, truth: 8, read: null, confidence: 0.31, pixels: pixels(2) },
    ],
  };
}

function set(
  name: string,
  kind: SetResult["kind"],
  correct: number,
  images: number,
): SetResult {
  return { name, kind, ...accuracy(correct, images), rejected: 3, unsure: 20 };
}

function accuracy(correct: number, images: number) {
  const interval = wilsonInterval(correct, images);
  return { images, correct, accuracy: correct / images, interval };
}

function pixels(seed: number): string {
  const random = new Random(seed);
  return Uint8Array.from({ length: PIXELS }, () => random.uint32() % 256)
    .toBase64();
}
