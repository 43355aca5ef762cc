import type { Attack } from "./attack.ts";
import { GIF_ATTACKS } from "./gif_attacks.ts";
import { JPEG_ATTACKS } from "./jpeg_attacks.ts";
import { OTHER_ATTACKS } from "./other_attacks.ts";
import { PNG_ATTACKS } from "./png_attacks.ts";
import { WEBP_ATTACKS } from "./webp_attacks.ts";

/** Every file we know of that takes an undefended decoder down, and some more. */
export const ATTACKS: readonly Attack[] = [
  ...PNG_ATTACKS,
  ...JPEG_ATTACKS,
  ...GIF_ATTACKS,
  ...WEBP_ATTACKS,
  ...OTHER_ATTACKS,
];
