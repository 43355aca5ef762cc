import { type Network, padBefore, type Shape } from "../network.ts";
import { type Stage, stagesOf } from "../stages.ts";
import { emitConv2dDirect } from "./conv2d_direct.ts";
import { emitConv2dWinograd } from "./conv2d_winograd.ts";
import { emitDense } from "./dense.ts";
import { emitMaxPool } from "./max_pool.ts";
import { FLOAT_BYTES, lanesFor, type Place } from "./memory.ts";
import { type Emitter, type Pass, UnsupportedLayerError } from "./pass.ts";
import { emitRelu } from "./relu.ts";
import {
  chooseTile,
  type Scratch,
  type WinogradPlan,
  winogradScratch,
} from "./winograd_tiles.ts";

/** The passes of a network and where its ends lie in memory. */
export interface NetworkPlan {
  readonly passes: readonly Pass[];
  readonly input: Place;
  readonly output: Place;
}

type ConvStage = Extract<Stage, { kind: "conv2d" }>;

/** Fewer input channels than this and Winograd's transforms cost more than they save. */
const WINOGRAD_MIN_CHANNELS = 8;

/** How a stage wants its input to lie. */
interface Wish {
  readonly stage: Stage;
  /** The tiles, where Winograd runs the stage. */
  readonly winograd: WinogradPlan | null;
  /** Rows and columns of its input, zeros included. */
  readonly rows: number;
  readonly columns: number;
  readonly padTop: number;
  readonly padLeft: number;
}

/**
 * Lays out memory and emits every pass. Each stage writes into the input of the next, inside the
 * zeros around it.
 *
 * @throws {UnsupportedLayerError} naming the layer that no emitter can do
 */
export function planNetwork(network: Network, emitter: Emitter): NetworkPlan {
  const wishes = stagesOf(network).map(wishOf);
  const result = wishes.at(-1)?.stage.output;
  if (!result) throw new UnsupportedLayerError("a network without layers");
  const written = [network.input, ...wishes.map(({ stage }) => stage.output)];
  const inputs = wishes.map((wish, index) =>
    inputPlace(emitter, wish, written[index]!, index)
  );
  const output = reserve(
    emitter,
    result,
    lanesFor(result.channels),
    result.height,
    result.width,
  );
  const places = [...inputs, output];
  const scratch = reserveScratch(emitter, wishes);
  const passes = wishes.flatMap((wish, index) =>
    emitStage(emitter, wish, places[index]!, places[index + 1]!, scratch, index)
  );
  return { passes, input: places[0]!, output };
}

function wishOf(stage: Stage): Wish {
  const { height, width } = stage.input;
  if (stage.kind !== "conv2d") {
    return {
      stage,
      winograd: null,
      rows: height,
      columns: width,
      padTop: 0,
      padLeft: 0,
    };
  }
  const { layer } = stage;
  const padTop = padBefore(height, layer);
  const padLeft = padBefore(width, layer);
  const winograd = winogradPlan(stage);
  const reach = (outputs: number) => (outputs - 1) * layer.stride + layer.size;
  const cover = (tiles: number) => tiles * winograd!.m + 2;
  return {
    stage,
    winograd,
    padTop,
    padLeft,
    rows: Math.max(
      padTop + height,
      winograd ? cover(winograd.tileRows) : reach(stage.convolved.height),
    ),
    columns: Math.max(
      padLeft + width,
      winograd ? cover(winograd.tileColumns) : reach(stage.convolved.width),
    ),
  };
}

function winogradPlan(stage: ConvStage): WinogradPlan | null {
  const { layer, input } = stage;
  if (
    layer.size !== 3 || layer.stride !== 1 ||
    input.channels < WINOGRAD_MIN_CHANNELS
  ) return null;
  const { height, width } = keptByPooling(stage);
  return chooseTile(height, width, input.channels, layer.filters);
}

/** What of the convolution's output pooling looks at. */
function keptByPooling({ pool, convolved, output }: ConvStage): Shape {
  if (!pool) return convolved;
  const reach = (windows: number) => (windows - 1) * pool.stride + pool.size;
  return {
    ...convolved,
    height: reach(output.height),
    width: reach(output.width),
  };
}

/** Reserves the input of a stage; its writer sees the place inside the zeros. */
function inputPlace(
  emitter: Emitter,
  wish: Wish,
  written: Shape,
  index: number,
): Place {
  const { stage, rows, columns, padTop, padLeft } = wish;
  const flattened = written.height !== stage.input.height ||
    written.width !== stage.input.width;
  if (flattened && stage.kind !== "dense") {
    throw new UnsupportedLayerError(`${stage.kind} after flatten`);
  }
  // The network's own input is written by the caller, without filling up its channels, where the
  // first stage can read it so.
  const direct = index === 0 && stage.kind === "conv2d" && !wish.winograd;
  const lanes = direct ? written.channels : lanesFor(written.channels);
  const place = flattened
    ? reserve(emitter, written, lanes, written.height, written.width)
    : reserve(emitter, written, lanes, rows, columns);
  const offset = padTop * place.rowBytes + padLeft * place.pixelBytes;
  return { ...place, address: place.address + offset };
}

function reserve(
  { memory }: Emitter,
  shape: Shape,
  lanes: number,
  rows: number,
  columns: number,
): Place {
  const pixelBytes = lanes * FLOAT_BYTES;
  const rowBytes = columns * pixelBytes;
  return {
    address: memory.reserve(rows * rowBytes),
    pixelBytes,
    rowBytes,
    shape,
  };
}

function reserveScratch({ memory }: Emitter, wishes: readonly Wish[]): Scratch {
  const sizes = wishes.flatMap(({ stage, winograd }) =>
    winograd && stage.kind === "conv2d"
      ? [winogradScratch(winograd, stage.input.channels, stage.layer.filters)]
      : []
  );
  return {
    v: memory.reserve(Math.max(0, ...sizes.map(({ v }) => v))),
    m: memory.reserve(Math.max(0, ...sizes.map(({ m }) => m))),
  };
}

function emitStage(
  emitter: Emitter,
  wish: Wish,
  input: Place,
  out: Place,
  scratch: Scratch,
  index: number,
): Pass[] {
  const { stage } = wish;
  switch (stage.kind) {
    case "relu":
      return [emitRelu(`relu${index}`, input, out)];
    case "max_pool":
      return [emitMaxPool(`max_pool${index}`, stage.layer, input, out)];
    case "dense":
      return [emitDense(emitter, stage.layer, stage.relu, input, out)];
    case "conv2d": {
      const padded = withPadding(input, wish);
      const { winograd } = wish;
      if (!winograd) {
        return [
          emitConv2dDirect(
            emitter,
            stage.layer,
            stage.pool,
            stage.relu,
            padded,
            out,
            // Only the network's own input is mostly zeros in whole windows.
            index === 0,
          ),
        ];
      }
      return emitWinograd(emitter, stage, winograd, padded, out, scratch);
    }
  }
}

/** Winograd, then pooling by itself: its windows need not be aligned with the tiles. */
function emitWinograd(
  emitter: Emitter,
  stage: ConvStage,
  winograd: WinogradPlan,
  input: Place,
  out: Place,
  scratch: Scratch,
): Pass[] {
  const { layer, pool, relu } = stage;
  if (!pool) {
    return emitConv2dWinograd(
      emitter,
      layer,
      relu,
      winograd,
      input,
      out,
      scratch,
    );
  }
  const kept = keptByPooling(stage);
  const between = reserve(
    emitter,
    kept,
    lanesFor(kept.channels),
    kept.height,
    kept.width,
  );
  return [
    ...emitConv2dWinograd(
      emitter,
      layer,
      relu,
      winograd,
      input,
      between,
      scratch,
    ),
    emitMaxPool(`${layer.name}.pool`, pool, between, out),
  ];
}

/** The same place with the zeros around it. */
function withPadding(place: Place, { padTop, padLeft }: Wish): Place {
  const offset = padTop * place.rowBytes + padLeft * place.pixelBytes;
  return { ...place, address: place.address - offset };
}
