import type { Correction } from "../../corrections/correction.ts";
import { NORMALIZED_SIDE } from "../../imaging/normalize.ts";
import type { ListedCorrection } from "../../views/corrections/correction_card.tsx";
import { showPlane } from "../page/stage_picture.ts";

/** A correction with its picture as the page shows it: dark ink on white. */
export function listed({ pixels, ...said }: Correction): ListedCorrection {
  const [width, height] = [NORMALIZED_SIDE, NORMALIZED_SIDE];
  const data = pixels.map((value) => 255 - value);
  return { ...said, picture: showPlane({ width, height, data }) };
}
