/** What a device keeps to do without the server; the server tells the worker. */
export interface Kept {
  /** Changes whenever the worker, a file or the weights do. */
  readonly version: string;
  /** Paths of whole pages; the first is the one that writing happens on. */
  readonly pages: readonly [home: string, ...others: string[]];
  /** Paths of what the pages are made of. */
  readonly files: readonly string[];
  /** Path of the network's weights. */
  readonly weights: string;
}
