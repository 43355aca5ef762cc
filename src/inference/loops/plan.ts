import { elements, padBefore, type Shape } from "../network.ts";
import {
  type BlockedDims,
  conv2dBlocked,
  packBias,
  packKernel,
} from "./conv2d_blocked.ts";
import {
  conv2dWinograd,
  transformKernel,
  type WinogradDims,
  type WinogradScratch,
  winogradScratch,
} from "./conv2d_winograd.ts";
import { dense } from "./dense.ts";
import { maxPool } from "./max_pool.ts";
import { relu } from "./relu.ts";
import type { Stage } from "../stages.ts";
import { tensor } from "../network_weights.ts";
import { copyRows, type View } from "./view.ts";

type ConvStage = Extract<Stage, { kind: "conv2d" }>;
type Tensors = ReadonlyMap<string, Float32Array>;

/** How one stage takes its input, and what it needs to run. */
export interface Plan {
  /** Zeros around the input included. */
  readonly padded: Shape;
  /** Where the input begins within them. */
  readonly padTop: number;
  readonly padLeft: number;
  /** Lengths of the arrays that Winograd's transforms need. */
  readonly scratch: { readonly inputs: number; readonly products: number };
  /** Packs the weights and answers the call that runs the stage. */
  bind(
    out: View,
    input: Float32Array,
    tensors: Tensors,
    scratch: WinogradScratch,
  ): () => void;
}

/** Below this, Winograd's transforms cost more than the multiplications they save. */
const WINOGRAD_MIN_CHANNELS = 8;

export function planOf(stage: Stage): Plan {
  if (stage.kind === "conv2d") {
    return fitsWinograd(stage) ? planWinograd(stage) : planBlocked(stage);
  }
  return planPlain(stage);
}

function fitsWinograd({ layer, pool, input }: ConvStage): boolean {
  const tileIsWindow = pool === null || (pool.size === 2 && pool.stride === 2);
  return layer.size === 3 && layer.stride === 1 && layer.filters % 2 === 0 &&
    input.channels >= WINOGRAD_MIN_CHANNELS && tileIsWindow;
}

function planWinograd(stage: ConvStage): Plan {
  const { layer, pool, input, output } = stage;
  const tiles = (length: number) => pool ? length : Math.ceil(length / 2);
  const tileRows = tiles(output.height);
  const tileColumns = tiles(output.width);
  const padding = paddingOf(stage, 2 * tileRows + 2, 2 * tileColumns + 2);
  const dims = (out: View): WinogradDims => ({
    channels: input.channels,
    filters: layer.filters,
    tileRows,
    tileColumns,
    inRowStride: padding.padded.width * input.channels,
    relu: stage.relu,
    pool: pool !== null,
    ...placed(output, out),
  });
  const unplaced = { data: new Float32Array(), offset: 0, rowStride: 0 };
  return {
    ...padding,
    scratch: winogradScratch(dims(unplaced)),
    bind(out, values, tensors, scratch) {
      const kernel = transformKernel(
        tensor(tensors, `${layer.name}.kernel`),
        input.channels,
        layer.filters,
      );
      const bias = biasOf(stage, tensors);
      const bound = dims(out);
      return () =>
        conv2dWinograd(out.data, values, kernel, bias, scratch, bound);
    },
  };
}

function planBlocked(stage: ConvStage): Plan {
  const { layer, pool, convolved, input, output } = stage;
  const reach = (steps: number) => (steps - 1) * layer.stride + layer.size;
  const padding = paddingOf(
    stage,
    reach(convolved.height),
    reach(convolved.width),
  );
  return {
    ...padding,
    scratch: { inputs: 0, products: 0 },
    bind(out, values, tensors) {
      const kernel = packKernel(
        tensor(tensors, `${layer.name}.kernel`),
        layer.size ** 2,
        input.channels,
        layer.filters,
      );
      const bias = packBias(biasOf(stage, tensors));
      const dims: BlockedDims = {
        channels: input.channels,
        size: layer.size,
        stride: layer.stride,
        filters: layer.filters,
        inRowStride: padding.padded.width * input.channels,
        poolSize: pool?.size ?? 1,
        poolStride: pool?.stride ?? 1,
        relu: stage.relu,
        ...placed(output, out),
      };
      return () => conv2dBlocked(out.data, values, kernel, bias, dims);
    },
  };
}

/** Stages that need no room around their input, and write to an array of their own first. */
function planPlain(stage: Exclude<Stage, ConvStage>): Plan {
  return {
    padded: stage.input,
    padTop: 0,
    padLeft: 0,
    scratch: { inputs: 0, products: 0 },
    bind(out, input, tensors) {
      const result = new Float32Array(elements(stage.output));
      const compute = bindPlain(stage, result, input, tensors);
      return () => {
        compute();
        copyRows(out, result, stage.output);
      };
    },
  };
}

function bindPlain(
  stage: Exclude<Stage, ConvStage>,
  out: Float32Array,
  input: Float32Array,
  tensors: Tensors,
): () => void {
  switch (stage.kind) {
    case "relu":
      return () => relu(out, input);
    case "max_pool": {
      const { size, stride } = stage.layer;
      const { width, channels } = stage.input;
      const { height: outHeight, width: outWidth } = stage.output;
      const dims = { width, channels, size, stride, outHeight, outWidth };
      return () => maxPool(out, input, dims);
    }
    case "dense": {
      const { name, units } = stage.layer;
      const kernel = tensor(tensors, `${name}.kernel`);
      const bias = tensor(tensors, `${name}.bias`);
      const dims = { inputs: elements(stage.input), units };
      return () => {
        dense(out, input, kernel, bias, dims);
        if (stage.relu) relu(out, out);
      };
    }
  }
}

function paddingOf(
  { layer, input }: ConvStage,
  rows: number,
  columns: number,
): Pick<Plan, "padded" | "padTop" | "padLeft"> {
  const padTop = padBefore(input.height, layer);
  const padLeft = padBefore(input.width, layer);
  return {
    padTop,
    padLeft,
    padded: {
      height: Math.max(padTop + input.height, rows),
      width: Math.max(padLeft + input.width, columns),
      channels: input.channels,
    },
  };
}

function placed(output: Shape, out: View) {
  return {
    outHeight: output.height,
    outWidth: output.width,
    outOffset: out.offset,
    outRowStride: out.rowStride,
  };
}

function biasOf({ layer }: ConvStage, tensors: Tensors): Float32Array {
  return layer.bias
    ? tensor(tensors, `${layer.name}.bias`)
    : new Float32Array(layer.filters);
}
