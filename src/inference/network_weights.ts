import { type Network, NetworkError } from "./network.ts";

/** What an engine is made of: a layer table and its tensors. */
export interface NetworkWeights {
  readonly network: Network;
  readonly tensors: ReadonlyMap<string, Float32Array>;
  /** What `loops` answered to the self-check when the weights were exported; a file may lack it. */
  readonly answers?: readonly (readonly number[])[];
}

/** Looks a tensor up by its name. @throws {NetworkError} */
export function tensor(
  tensors: ReadonlyMap<string, Float32Array>,
  name: string,
): Float32Array {
  const values = tensors.get(name);
  if (!values) {
    throw new NetworkError(
      `${name}: the network needs it, the weights lack it`,
    );
  }
  return values;
}
