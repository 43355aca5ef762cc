import type { Picture } from "../../src/imaging/picture.ts";
import { Random } from "../../train/random.ts";
import { between } from "../../train/synthetic/chance.ts";

/** Strokes that are made to hurt whoever looks for characters in them. */
export interface Crowd {
  readonly name: string;
  /** Whether there is more than anybody would look through, or no digit in what was found. */
  readonly outcome: "crowded" | "rejected";
  draw(): Picture;
}

type Point = readonly [x: number, y: number];

/** A black line on white paper through all points, by a square pen. */
function drawn(
  [width, height]: readonly [number, number],
  pen: number,
  lines: readonly (readonly Point[])[],
): Picture {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  const dot = (x: number, y: number) => {
    for (let row = y; row < Math.min(height, y + pen); row++) {
      const from = row * width + Math.max(0, x);
      for (let i = from; i < row * width + Math.min(width, x + pen); i++) {
        rgba.fill(0, 4 * i, 4 * i + 3);
      }
    }
  };
  for (const line of lines) {
    for (const [i, [x, y]] of line.slice(1).entries()) {
      const [fromX, fromY] = line[i]!;
      const steps = Math.ceil(
        Math.max(Math.abs(x - fromX), Math.abs(y - fromY)),
      );
      for (let step = 0; step <= steps; step++) {
        const share = step / Math.max(1, steps);
        dot(
          Math.round(fromX + share * (x - fromX)),
          Math.max(0, Math.round(fromY + share * (y - fromY))),
        );
      }
    }
  }
  return { width, height, rgba, scale: 1 };
}

function zigzag(strokes: number, pitch: number, high: number): Point[] {
  return Array.from(
    { length: strokes },
    (_, i) => [20 + i * pitch, 20 + (i % 2) * high],
  );
}

function ring(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: 61 }, (_, i) => {
    const angle = 2 * Math.PI * i / 60;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A ridge with teeth on it. */
function comb(teeth: number, pitch: number, high: number): Point[][] {
  return [
    [[20, 20], [20 + teeth * pitch, 20]],
    ...Array.from(
      { length: teeth },
      (_, i): Point[] => [[20 + i * pitch, 20], [20 + i * pitch, 20 + high]],
    ),
  ];
}

function hatching(pitch: number): Point[][] {
  return Array.from({ length: Math.floor(900 / pitch) }, (_, i) => {
    const x = 30 + i * pitch;
    return [[[x, 30], [x + 200, 230]], [[x + 200, 30], [x, 230]]] as Point[][];
  }).flat();
}

function scribbles(count: number): Point[][] {
  const random = new Random(5);
  return Array.from({ length: count }, () => {
    const [x, y] = [between(random, 50, 550), between(random, 50, 550)];
    return Array.from(
      { length: 6 },
      (): Point => [x + 45 * random.signed(), y + 45 * random.signed()],
    );
  });
}

function spiral(gap: number): Point[] {
  return Array.from({ length: 6000 }, (_, i) => {
    const angle = Math.sqrt(i) * 1.2;
    const radius = gap * angle / (2 * Math.PI);
    return [600 + radius * Math.cos(angle), 600 + radius * Math.sin(angle)];
  });
}

export const CROWDS: readonly Crowd[] = [
  {
    name: "a zigzag of 600 low strokes",
    outcome: "crowded",
    draw: () => drawn([1240, 90], 1, [zigzag(600, 2, 48)]),
  },
  {
    name: "a zigzag of 300 strokes",
    outcome: "crowded",
    draw: () => drawn([1200, 139], 2, [zigzag(290, 4, 90)]),
  },
  {
    name: "pages of zigzags",
    outcome: "rejected",
    draw: () =>
      drawn(
        [1200, 1200],
        2,
        Array.from(
          { length: 14 },
          (_, line) =>
            zigzag(100, 11, 50).map(([x, y]): Point => [x, y + 80 * line]),
        ),
      ),
  },
  {
    name: "a comb of 280 teeth",
    outcome: "rejected",
    draw: () => drawn([1200, 120], 1, comb(280, 4, 80)),
  },
  {
    name: "hatching",
    outcome: "rejected",
    draw: () => drawn([1200, 260], 3, hatching(24)),
  },
  {
    name: "a chain of a hundred rings",
    outcome: "rejected",
    draw: () =>
      drawn(
        [1200, 60],
        2,
        Array.from({ length: 100 }, (_, i) => ring(25 + i * 11.4, 30, 7)),
      ),
  },
  {
    name: "scribbles over each other",
    outcome: "rejected",
    draw: () => drawn([600, 600], 3, scribbles(150)),
  },
  {
    name: "a spiral",
    outcome: "rejected",
    draw: () => drawn([1200, 1200], 3, [spiral(36)]),
  },
];
