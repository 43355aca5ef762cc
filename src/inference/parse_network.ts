import {
  type Layer,
  type Network,
  NetworkError,
  type Padding,
  place,
  type Shape,
} from "./network.ts";

/**
 * Reads a layer table that came with a weights file.
 *
 * @throws {NetworkError} naming the field, what was expected and what was found
 */
export function parseNetwork(value: unknown): Network {
  const table = object(value, "network");
  const input = parseShape(table.input);
  if (!Array.isArray(table.layers) || table.layers.length === 0) {
    throw new NetworkError("network.layers: expected a list of layers");
  }
  const network = { input, layers: table.layers.map(parseLayer) };
  place(network);
  return network;
}

function parseShape(value: unknown): Shape {
  const shape = object(value, "network.input");
  return {
    height: whole(shape.height, "network.input.height"),
    width: whole(shape.width, "network.input.width"),
    channels: whole(shape.channels, "network.input.channels"),
  };
}

function parseLayer(value: unknown, index: number): Layer {
  const at = `network.layers[${index}]`;
  const layer = object(value, at);
  switch (layer.kind) {
    case "conv2d":
      return {
        kind: "conv2d",
        name: text(layer.name, `${at}.name`),
        size: whole(layer.size, `${at}.size`),
        stride: whole(layer.stride, `${at}.stride`),
        padding: padding(layer.padding, `${at}.padding`),
        filters: whole(layer.filters, `${at}.filters`),
        bias: layer.bias === true,
      };
    case "max_pool":
      return {
        kind: "max_pool",
        size: whole(layer.size, `${at}.size`),
        stride: whole(layer.stride, `${at}.stride`),
      };
    case "dense":
      return {
        kind: "dense",
        name: text(layer.name, `${at}.name`),
        units: whole(layer.units, `${at}.units`),
      };
    case "batch_norm":
      return { kind: "batch_norm", name: text(layer.name, `${at}.name`) };
    case "relu":
    case "flatten":
      return { kind: layer.kind };
    default:
      throw new NetworkError(
        `${at}.kind: expected conv2d, batch_norm, relu, max_pool, flatten or dense, ` +
          `found ${JSON.stringify(layer.kind)}`,
      );
  }
}

function object(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new NetworkError(
      `${what}: expected an object, found ${JSON.stringify(value)}`,
    );
  }
  return value as Record<string, unknown>;
}

function whole(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1) {
    throw new NetworkError(
      `${what}: expected a whole number above 0, found ${
        JSON.stringify(value)
      }`,
    );
  }
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== "string" || value === "") {
    throw new NetworkError(
      `${what}: expected a name, found ${JSON.stringify(value)}`,
    );
  }
  return value;
}

function padding(value: unknown, what: string): Padding {
  if (value !== "same" && value !== "valid") {
    throw new NetworkError(
      `${what}: expected same or valid, found ${JSON.stringify(value)}`,
    );
  }
  return value;
}
