/** The engines a server can run. */
export type EngineName = "loops" | "simd";

/**
 * Runs one network on one image. Synchronous; allocates nothing per call; not reentrant, since
 * every call shares the buffers planned when the engine was made.
 */
export interface Engine {
  readonly name: EngineName;
  /** Length of `input`: height x width x channels of the network's input. */
  readonly inputLength: number;
  /** Length of `logits`: the number of classes. */
  readonly outputLength: number;
  /**
   * @param input HWC, row-major, 0 = paper, 1 = full ink
   * @param logits receives one unnormalised score per class
   * NaN or an infinity anywhere in the input makes every logit NaN.
   *
   * @throws {RangeError} when either length is not the network's
   */
  forward(input: Float32Array, logits: Float32Array): void;
}
