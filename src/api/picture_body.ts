import * as v from "valibot";
import { kindOf } from "./kind.ts";
import { Id } from "./id.ts";
import { Pixels } from "./pixels.ts";

const Image = v.pipe(
  v.string(({ input }) =>
    `Expected base64 or a data URL in "image"; found ${kindOf(input)}.`
  ),
  v.description(
    "A PNG, JPEG, GIF or WebP file in base64 (RFC 4648, section 4), or as a data URL.",
  ),
);

/** A picture file. */
export const ImageBody = v.strictObject({ image: Image });
/** The network's own input. */
export const PixelsBody = v.strictObject({ pixels: Pixels });

/** The JSON form of a picture. */
export const PictureBody = v.pipe(
  v.union([ImageBody, PixelsBody]),
  v.description(
    "A picture file, or the network's own input: one of the two fields.",
  ),
);

/** What names a picture among others. */
export const PictureName = v.object({ id: v.exactOptional(Id) });

/** A line of a batch: the same, with a name. */
export const BatchPicture = v.pipe(
  v.union([
    v.strictObject({ ...PictureName.entries, ...ImageBody.entries }),
    v.strictObject({ ...PictureName.entries, ...PixelsBody.entries }),
  ]),
  v.description("The JSON form of a picture, with a name if you like."),
);
