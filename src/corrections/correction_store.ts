import type {
  Correction,
  CorrectionFilter,
  NewCorrection,
} from "./correction.ts";

/**
 * Corrections that are kept: as many as MNIST has training images, which is
 * enough to outweigh it. With their index they take 70 MB, their export as
 * pictures 20 MB, and a ZIP file without extensions holds 65,535 files.
 */
export const MAX_CORRECTIONS = 60_000;

/** A part of a list, newest first. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

export interface Added {
  readonly id: number;
  /** False where the same picture with the same answer was there already. */
  readonly isNew: boolean;
}

/** Bytes of a store's secret. */
export const SECRET_BYTES = 32;

/**
 * Where corrections are kept. What a promise has settled for outlives a crash.
 * All may throw `StoreUnavailableError`, where another machine keeps them.
 */
export interface CorrectionStore {
  /** What the servers that share the store know, and nobody else: 32 bytes. */
  readonly secret: Uint8Array;
  /** @throws {StoreFullError} */
  add(correction: NewCorrection): Promise<Added>;
  /** Newest first. */
  list(filter: CorrectionFilter, slice: Slice): Promise<readonly Correction[]>;
  /** Those of the ids that are there, oldest first. */
  find(ids: readonly number[]): Promise<readonly Correction[]>;
  count(filter: CorrectionFilter): Promise<number>;
  /** All, oldest first; what is added or deleted meanwhile may be in it or not. */
  iterate(filter: CorrectionFilter): AsyncIterable<Correction>;
  /** @returns How many there were of them. */
  delete(ids: readonly number[]): Promise<number>;
  /** @returns How many there were. */
  deleteAll(filter: CorrectionFilter): Promise<number>;
  close(): Promise<void>;
}

/** There is no room for one more. */
export class StoreFullError extends Error {
  override readonly name = "StoreFullError";

  constructor(capacity: number) {
    super(`No room: ${capacity} corrections are stored already.`);
  }
}

/** The store does not answer now; the message is one line for the operator. */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

/** The store cannot be used as it is; the message is one line for the operator. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
