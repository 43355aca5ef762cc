/**
 * The package is named in a variable, so that only `deno task bench --service`, which runs it,
 * installs its libvips; bench.lock pins it.
 */
const PACKAGE = "npm:sharp@0.35.5";

/** Grey pixels, row by row. */
export interface Gray {
  readonly data: Uint8Array;
  readonly info: { readonly width: number; readonly height: number };
}

/** What is used of sharp's interface. */
export interface Sharp {
  rotate(): Sharp;
  flatten(options: { background: string }): Sharp;
  greyscale(): Sharp;
  resize(
    width: number,
    height: number,
    options: Record<string, unknown>,
  ): Sharp;
  extract(
    box: { left: number; top: number; width: number; height: number },
  ): Sharp;
  raw(): Sharp;
  toBuffer(options: { resolveWithObject: true }): Promise<Gray>;
}

interface SharpModule {
  (bytes: Uint8Array, options?: Record<string, unknown>): Sharp;
  concurrency(threads: number): void;
}

/** @param threads That libvips may use for one picture. */
export async function loadSharp(threads: number): Promise<SharpModule> {
  const module: { default: SharpModule } = await import(PACKAGE);
  module.default.concurrency(threads);
  return module.default;
}
