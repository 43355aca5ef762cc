/** Which picture a line of the results is about. */
export interface PictureName {
  /** Path as it was found: what was asked for, and below a folder what stands in it. */
  readonly file: string;
  /** Its place in an IDX file, counted from 0; there is none in a picture file. */
  readonly index?: number;
}

export function isSamePicture(a: PictureName, b: PictureName): boolean {
  return a.file === b.file && a.index === b.index;
}

/** In words, as "photo.png" or "train-images 17". */
export function formatName({ file, index }: PictureName): string {
  return index === undefined ? file : `${file} ${index}`;
}
