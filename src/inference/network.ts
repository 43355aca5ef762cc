/**
 * The network as data: training, weights, engines, parity and benchmarks all read the layer table
 * below, so changing the architecture is one edit.
 *
 * Two tables describe one network. `DIGITS` is what is trained, with batch normalisation; `fold()`
 * gives what is exported and run, where each batch normalisation has become part of the kernel and
 * the bias of the convolution before it.
 */

import { OUTPUTS } from "./classes.ts";

/** height x width x channels; activations are stored in this order, row-major. */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** `same` pads with zeros as TensorFlow does: the odd pixel goes to the bottom and the right. */
export type Padding = "same" | "valid";

export interface Conv2d {
  readonly kind: "conv2d";
  readonly name: string;
  /** Side of the square kernel; odd. */
  readonly size: number;
  readonly stride: number;
  readonly padding: Padding;
  /** Number of output channels. */
  readonly filters: number;
  /** False where batch normalisation follows, which has an offset of its own. */
  readonly bias: boolean;
}

export interface BatchNorm {
  readonly kind: "batch_norm";
  readonly name: string;
}

export interface Relu {
  readonly kind: "relu";
}

/** Windows that would reach over the edge are left out (`valid`). */
export interface MaxPool {
  readonly kind: "max_pool";
  readonly size: number;
  readonly stride: number;
}

export interface Flatten {
  readonly kind: "flatten";
}

export interface Dense {
  readonly kind: "dense";
  readonly name: string;
  readonly units: number;
}

export type Layer = Conv2d | BatchNorm | Relu | MaxPool | Flatten | Dense;

export interface Network {
  readonly input: Shape;
  readonly layers: readonly Layer[];
}

/** A tensor that a layer needs: `conv1.kernel` HWIO, `dense1.kernel` [in, out], ... */
export interface TensorSpec {
  readonly name: string;
  readonly shape: readonly number[];
}

/** A layer in its place: what goes in, what comes out, which tensors it needs. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly input: Shape;
  readonly output: Shape;
  readonly tensors: readonly TensorSpec[];
}

/** A layer table that no engine can run. */
export class NetworkError extends Error {
  override name = "NetworkError";
}

const conv = (name: string, filters: number, padding: Padding): Conv2d => ({
  kind: "conv2d",
  name,
  size: 3,
  stride: 1,
  padding,
  filters,
  bias: false,
});
const norm = (name: string): BatchNorm => ({ kind: "batch_norm", name });
const relu: Relu = { kind: "relu" };
const pool: MaxPool = { kind: "max_pool", size: 2, stride: 2 };

/**
 * The shipped network, as trained: 93,792 parameters and 2.73 million multiply-adds once folded.
 * Shape and engine were chosen together: the 10x10 and 5x5 outputs of the second, third and fourth
 * convolution fill whole tiles of F(5x5,3x3), the 3x3 outputs of the last one of F(3x3,3x3).
 * Pooling stands before normalisation and relu, which costs a quarter and gives the same answer as
 * long as the normalisation's scale stays positive; `fold()` relies on it and training keeps it so.
 */
export const DIGITS: Network = {
  input: { height: 28, width: 28, channels: 1 },
  layers: [
    conv("conv1", 24, "valid"),
    pool,
    norm("norm1"),
    relu,
    conv("conv2", 56, "valid"),
    pool,
    norm("norm2"),
    relu,
    conv("conv3", 40, "same"),
    norm("norm3"),
    relu,
    conv("conv4", 40, "same"),
    norm("norm4"),
    relu,
    conv("conv5", 72, "valid"),
    norm("norm5"),
    relu,
    { kind: "flatten" },
    { kind: "dense", name: "dense1", units: OUTPUTS },
  ],
};

/** The network to run: without batch normalisation, every convolution with a bias. */
export function fold(network: Network): Network {
  return {
    input: network.input,
    layers: network.layers
      .filter((layer) => layer.kind !== "batch_norm")
      .map((layer) =>
        layer.kind === "conv2d" ? { ...layer, bias: true } : layer
      ),
  };
}

/**
 * Walks the table and works out every shape.
 *
 * @throws {NetworkError} naming the first layer that does not fit
 */
export function place(network: Network): PlacedLayer[] {
  const placed: PlacedLayer[] = [];
  let input = network.input;
  for (const layer of network.layers) {
    const output = outputShape(layer, input);
    placed.push({ layer, input, output, tensors: tensorsOf(layer, input) });
    input = output;
  }
  return placed;
}

/** Every tensor of the network, in the order of its layers. */
export function tensorSpecs(network: Network): TensorSpec[] {
  return place(network).flatMap((placed) => placed.tensors);
}

/** Number of classes. */
export function outputLength(network: Network): number {
  const last = place(network).at(-1);
  return last ? elements(last.output) : elements(network.input);
}

/** Multiplications of one forward pass, counted as a direct convolution does them. */
export function multiplyAdds(network: Network): number {
  let sum = 0;
  for (const { layer, input, output } of place(network)) {
    if (layer.kind === "conv2d") {
      sum += elements(output) * layer.size ** 2 * input.channels;
    } else if (layer.kind === "dense") {
      sum += elements(input) * layer.units;
    }
  }
  return sum;
}

export function parameterCount(network: Network): number {
  return tensorSpecs(network).reduce(
    (sum, spec) => sum + volume(spec.shape),
    0,
  );
}

/** Number of values in an activation. */
export function elements(shape: Shape): number {
  return shape.height * shape.width * shape.channels;
}

/** Number of values in a tensor. */
export function volume(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

/** Zeros put before the first row (and column) by `padding`. */
export function padBefore(length: number, layer: Conv2d): number {
  if (layer.padding === "valid") return 0;
  const total = (Math.ceil(length / layer.stride) - 1) * layer.stride +
    layer.size - length;
  return Math.floor(Math.max(0, total) / 2);
}

function outputShape(layer: Layer, input: Shape): Shape {
  switch (layer.kind) {
    case "batch_norm":
    case "relu":
      return input;
    case "flatten":
      return { height: 1, width: 1, channels: elements(input) };
    case "dense":
      checkPositive(layer.units, `${layer.name}: units`);
      if (input.height !== 1 || input.width !== 1) {
        throw new NetworkError(
          `${layer.name}: expected a flat input, found ${
            format(input)
          }; put flatten before it`,
        );
      }
      return { height: 1, width: 1, channels: layer.units };
    case "max_pool":
      checkPositive(layer.size, "max_pool: size");
      checkPositive(layer.stride, "max_pool: stride");
      return slide(
        layer.size,
        layer.stride,
        "valid",
        input,
        input.channels,
        "max_pool",
      );
    case "conv2d":
      checkPositive(layer.filters, `${layer.name}: filters`);
      checkPositive(layer.stride, `${layer.name}: stride`);
      checkPositive(layer.size, `${layer.name}: size`);
      if (layer.size % 2 === 0) {
        throw new NetworkError(
          `${layer.name}: expected an odd kernel, found ${layer.size}`,
        );
      }
      return slide(
        layer.size,
        layer.stride,
        layer.padding,
        input,
        layer.filters,
        layer.name,
      );
  }
}

function slide(
  size: number,
  stride: number,
  padding: Padding,
  input: Shape,
  channels: number,
  name: string,
): Shape {
  const steps = (length: number) =>
    padding === "same"
      ? Math.ceil(length / stride)
      : Math.floor((length - size) / stride) + 1;
  const height = steps(input.height);
  const width = steps(input.width);
  if (height < 1 || width < 1) {
    throw new NetworkError(
      `${name}: a ${size}x${size} window does not fit into ${format(input)}`,
    );
  }
  return { height, width, channels };
}

function tensorsOf(layer: Layer, input: Shape): TensorSpec[] {
  switch (layer.kind) {
    case "conv2d": {
      const { name, size, filters, bias } = layer;
      const kernel = {
        name: `${name}.kernel`,
        shape: [size, size, input.channels, filters],
      };
      return bias
        ? [kernel, { name: `${name}.bias`, shape: [filters] }]
        : [kernel];
    }
    case "dense":
      return [
        { name: `${layer.name}.kernel`, shape: [elements(input), layer.units] },
        { name: `${layer.name}.bias`, shape: [layer.units] },
      ];
    case "batch_norm":
      return [
        { name: `${layer.name}.scale`, shape: [input.channels] },
        { name: `${layer.name}.offset`, shape: [input.channels] },
      ];
    default:
      return [];
  }
}

function checkPositive(value: number, what: string): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new NetworkError(
      `${what}: expected a whole number above 0, found ${value}`,
    );
  }
}

function format(shape: Shape): string {
  return `${shape.height}x${shape.width}x${shape.channels}`;
}
