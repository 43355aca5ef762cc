export const KINDS = [
  "photo",
  "board",
  "scan",
  "ruled",
  "shadow",
  "cell",
  "thresholded",
  "paint",
  "tablet",
  "bitmap16",
  "bitmap32",
] as const;

/** A family of pictures that people send. */
export type Kind = typeof KINDS[number];

/** Those that a camera or scanner took. */
export type PhotoKind =
  | "photo"
  | "board"
  | "scan"
  | "ruled"
  | "shadow"
  | "cell"
  | "thresholded";
