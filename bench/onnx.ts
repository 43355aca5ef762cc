/**
 * Our network as an ONNX model (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), so that
 * onnxruntime runs the same weights. ONNX stores activations NCHW and kernels OIHW, ours are HWC and
 * HWIO: tensors are reordered here, once. From pixels [N, 1, 28, 28] to logits [N, 10].
 */

import type { NetworkWeights } from "../src/inference/network_weights.ts";
import { tensor } from "../src/inference/network_weights.ts";
import {
  type Conv2d,
  type Dense,
  elements,
  padBefore,
  place,
  type PlacedLayer,
  type Shape,
} from "../src/inference/network.ts";
import { bytes, concat, integer, type Message } from "./protobuf.ts";

/** ONNX 1.8: the first with everything used here that every runtime still reads. */
const IR_VERSION = 8;
const OPSET = 13;

/** Field numbers of onnx.proto. */
const MODEL = { irVersion: 1, graph: 7, opsetImport: 8 };
const OPSET_ID = { version: 2 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, i: 3, ints: 8, type: 20 };
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR_TYPE = { elementType: 1, shape: 2 };
const SHAPE = { dimension: 1 };
const DIMENSION = { value: 1, parameter: 2 };
const FLOAT = 1;
const INT_ATTRIBUTE = 2;
const INTS_ATTRIBUTE = 7;

/** Any number of images. */
const BATCH = "N";
export const INPUT = "pixels";
export const OUTPUT = "logits";

/** The bytes of an .onnx file. */
export function onnxModel(weights: NetworkWeights): Uint8Array {
  const placed = place(weights.network);
  const nodes: Message[] = [];
  const initializers: Message[] = [];
  let spatial = weights.network.input;
  let activation = INPUT;
  placed.forEach((layer, index) => {
    const output = index === placed.length - 1 ? OUTPUT : `layer${index}`;
    const { node, tensors } = translate(
      layer,
      activation,
      output,
      spatial,
      weights,
    );
    nodes.push(bytes(GRAPH.node, node));
    initializers.push(
      ...tensors.map((message) => bytes(GRAPH.initializer, message)),
    );
    activation = output;
    // The shape that flattening puts into one row, which the dense layer after it has to know.
    if (layer.output.height * layer.output.width > 1) spatial = layer.output;
  });
  const { height, width, channels } = weights.network.input;
  const classes = elements(placed.at(-1)!.output);
  const graph = concat([
    ...nodes,
    bytes(GRAPH.name, "digits"),
    ...initializers,
    bytes(GRAPH.input, value(INPUT, [BATCH, channels, height, width])),
    bytes(GRAPH.output, value(OUTPUT, [BATCH, classes])),
  ]);
  return concat([
    integer(MODEL.irVersion, IR_VERSION),
    bytes(MODEL.graph, graph),
    bytes(MODEL.opsetImport, integer(OPSET_ID.version, OPSET)),
  ]);
}

interface Translation {
  readonly node: Message;
  readonly tensors: readonly Message[];
}

function translate(
  { layer, input, output: shape }: PlacedLayer,
  from: string,
  to: string,
  spatial: Shape,
  { tensors }: NetworkWeights,
): Translation {
  switch (layer.kind) {
    case "conv2d":
      return translateConv(layer, input, shape, from, to, tensors);
    case "dense":
      return translateDense(layer, spatial, from, to, tensors);
    case "relu":
      return { node: node("Relu", [from], to), tensors: [] };
    case "flatten":
      return {
        node: node("Flatten", [from], to, integerAttribute("axis", 1)),
        tensors: [],
      };
    case "max_pool":
      return {
        node: node(
          "MaxPool",
          [from],
          to,
          integersAttribute("kernel_shape", [layer.size, layer.size]),
          integersAttribute("strides", [layer.stride, layer.stride]),
        ),
        tensors: [],
      };
    case "batch_norm":
      throw new TypeError(
        `Cannot export ${layer.name}: fold batch normalisation first`,
      );
  }
}

function translateConv(
  layer: Conv2d,
  input: Shape,
  output: Shape,
  from: string,
  to: string,
  tensors: ReadonlyMap<string, Float32Array>,
): Translation {
  const { name, size, stride, filters } = layer;
  const top = padBefore(input.height, layer);
  const left = padBefore(input.width, layer);
  const after = (length: number, steps: number, before: number) =>
    Math.max(0, (steps - 1) * stride + size - length - before);
  const bottom = after(input.height, output.height, top);
  const right = after(input.width, output.width, left);
  const kernel = reorder(
    tensor(tensors, `${name}.kernel`),
    [size * size, input.channels, filters],
    [2, 1, 0],
  );
  const bias = tensor(tensors, `${name}.bias`);
  return {
    node: node(
      "Conv",
      [from, `${name}.kernel`, `${name}.bias`],
      to,
      integersAttribute("kernel_shape", [size, size]),
      integersAttribute("strides", [stride, stride]),
      integersAttribute("pads", [top, left, bottom, right]),
    ),
    tensors: [
      initializer(
        `${name}.kernel`,
        [filters, input.channels, size, size],
        kernel,
      ),
      initializer(`${name}.bias`, [filters], bias),
    ],
  };
}

function translateDense(
  layer: Dense,
  { height, width, channels }: Shape,
  from: string,
  to: string,
  tensors: ReadonlyMap<string, Float32Array>,
): Translation {
  const { name, units } = layer;
  const given = tensor(tensors, `${name}.kernel`);
  const inputs = given.length / units;
  const flattened = height * width * channels === inputs;
  // Flattening NCHW puts whole channels one after another.
  const kernel = flattened
    ? reorder(given, [height * width, channels, units], [2, 1, 0])
    : reorder(given, [inputs, 1, units], [2, 1, 0]);
  return {
    node: node(
      "Gemm",
      [from, `${name}.kernel`, `${name}.bias`],
      to,
      integerAttribute("transB", 1),
    ),
    tensors: [
      initializer(`${name}.kernel`, [units, inputs], kernel),
      initializer(`${name}.bias`, [units], tensor(tensors, `${name}.bias`)),
    ],
  };
}

/** Reorders the axes of a tensor of rank 3: axis `i` of the result is axis `order[i]` of `data`. */
function reorder(
  data: Float32Array,
  shape: readonly [number, number, number],
  order: readonly [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2],
): Float32Array {
  const strides = [shape[1] * shape[2], shape[2], 1] as const;
  const [a, b, c] = order;
  const result = new Float32Array(data.length);
  let to = 0;
  for (let i = 0; i < shape[a]; i++) {
    for (let j = 0; j < shape[b]; j++) {
      for (let k = 0; k < shape[c]; k++) {
        result[to++] = data[i * strides[a] + j * strides[b] + k * strides[c]]!;
      }
    }
  }
  return result;
}

function node(
  type: string,
  inputs: readonly string[],
  output: string,
  ...attributes: readonly Message[]
): Message {
  return concat([
    ...inputs.map((name) => bytes(NODE.input, name)),
    bytes(NODE.output, output),
    bytes(NODE.opType, type),
    ...attributes.map((attribute) => bytes(NODE.attribute, attribute)),
  ]);
}

function integerAttribute(name: string, value: number): Message {
  return concat([
    bytes(ATTRIBUTE.name, name),
    integer(ATTRIBUTE.i, value),
    integer(ATTRIBUTE.type, INT_ATTRIBUTE),
  ]);
}

function integersAttribute(name: string, values: readonly number[]): Message {
  return concat([
    bytes(ATTRIBUTE.name, name),
    ...values.map((value) => integer(ATTRIBUTE.ints, value)),
    integer(ATTRIBUTE.type, INTS_ATTRIBUTE),
  ]);
}

function initializer(
  name: string,
  shape: readonly number[],
  data: Float32Array,
): Message {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return concat([
    ...shape.map((side) => integer(TENSOR.dims, side)),
    integer(TENSOR.dataType, FLOAT),
    bytes(TENSOR.name, name),
    bytes(TENSOR.rawData, raw),
  ]);
}

function value(name: string, shape: readonly (number | string)[]): Message {
  const dimensions = shape.map((side) =>
    bytes(
      SHAPE.dimension,
      typeof side === "number"
        ? integer(DIMENSION.value, side)
        : bytes(DIMENSION.parameter, side),
    )
  );
  const tensorType = concat([
    integer(TENSOR_TYPE.elementType, FLOAT),
    bytes(TENSOR_TYPE.shape, concat(dimensions)),
  ]);
  return concat([
    bytes(VALUE.name, name),
    bytes(VALUE.type, bytes(TYPE.tensor, tensorType)),
  ]);
}
