import type { Rgb } from "./raster.ts";

/** What sheets, boards, pens and tables there are. */
export interface Stock {
  readonly papers: readonly Rgb[];
  readonly boards: readonly Rgb[];
  readonly ballpoints: readonly Rgb[];
  readonly felts: readonly Rgb[];
  readonly lines: readonly Rgb[];
  readonly margins: readonly Rgb[];
  readonly frames: readonly Rgb[];
  readonly tables: readonly Rgb[];
}

/** What models may be trained and chosen by. */
export const STOCK: Stock = {
  papers: [
    [246, 246, 244],
    [250, 250, 252],
    [238, 236, 230],
    [244, 238, 222],
    [232, 222, 200],
    [226, 226, 228],
    [252, 244, 170],
    [214, 230, 240],
  ],
  boards: [[38, 66, 52], [34, 36, 38], [24, 58, 48], [50, 62, 84], [
    20,
    20,
    22,
  ]],
  ballpoints: [
    [28, 44, 128],
    [24, 30, 96],
    [30, 30, 38],
    [52, 56, 70],
    [168, 30, 44],
    [40, 84, 170],
  ],
  felts: [
    [16, 16, 20],
    [24, 24, 90],
    [176, 20, 30],
    [16, 96, 56],
    [10, 60, 150],
    [110, 30, 110],
  ],
  lines: [
    [150, 180, 215],
    [120, 160, 210],
    [170, 200, 190],
    [185, 185, 190],
    [140, 150, 190],
    [120, 190, 160],
  ],
  margins: [[220, 120, 130], [230, 100, 110], [170, 140, 200]],
  frames: [
    [20, 20, 20],
    [60, 60, 66],
    [30, 60, 140],
    [200, 60, 60],
    [60, 140, 90],
    [240, 140, 120],
  ],
  tables: [
    [92, 62, 40],
    [140, 100, 66],
    [44, 38, 36],
    [24, 24, 28],
    [110, 112, 116],
    [180, 150, 116],
  ],
};

/** What is kept for judging: other sheets, pens and tables. */
export const UNSEEN_STOCK: Stock = {
  papers: [
    [255, 255, 253],
    [234, 240, 236],
    [240, 228, 210],
    [220, 214, 204],
    [248, 220, 226],
    [206, 232, 208],
  ],
  boards: [[30, 74, 44], [44, 44, 48], [60, 40, 36], [16, 34, 66]],
  ballpoints: [[40, 30, 110], [20, 20, 30], [16, 90, 80], [150, 24, 70]],
  felts: [[30, 30, 34], [6, 36, 120], [200, 60, 20], [70, 30, 130]],
  lines: [[160, 170, 220], [190, 160, 200], [150, 200, 210], [160, 160, 160]],
  margins: [[240, 140, 140], [120, 150, 220]],
  frames: [[40, 34, 30], [80, 40, 140], [20, 110, 140], [250, 170, 90]],
  tables: [[70, 52, 46], [160, 120, 90], [60, 66, 72], [36, 60, 44]],
};
