import { background, windowRadius } from "./background.ts";
import { countResiduals, measureContrast } from "./contrast.ts";
import { removeLight } from "./light.ts";
import type { Plane } from "./morphology.ts";

/**
 * How wide a window tells paper from ink. A wide one takes the bars and the
 * corners of shadows for ink, a narrow one tears thick strokes: what is wider
 * than the window is taken for paper, and only bits of its ends and bends stay
 * ink. A stroke is darker than what lies beside it; at a tear the paper is as
 * dark as the ink, which gives the tear away. So the window is the narrowest
 * that tears no more than others do (in the way of a pattern spectrum: Maragos,
 * IEEE Trans. PAMI 11(7), 1989, looks at a picture through growing windows).
 */

/** Half the sides of windows, as parts of the shorter side, narrowest first. */
const WINDOWS = [1 / 26, 1 / 18, 1 / 13, 1 / 9];

/** Torn part of the ink that may be chance. */
const CHANCE = 0.0005;

/** Noise tears strokes in any window, in some this many times as much. */
const NOISE_FACTOR = 1.5;

/** Pixels from the ink to what lies beside it, past the edge's own blur. */
const BESIDE = 2;

/** Beside a tear the ink found fades to less than this part. */
const FADED = 0.5;

/** At a tear the picture brightens by less than this part of the ink. */
const AS_DARK = 0.25;

/** Ink of this part of full ink is as dark as the ink found. */
const AS_FULL = 0.8;

/** Such ink, as a part of the ink found, that a window may miss. */
const LOST_SHARE = 0.1;

/**
 * The windows for a plane, as half their side in parts of the shorter side, the
 * likeliest first: as a rule one. Where it misses ink as dark as what it finds
 * (a thick stroke beside thin ruling, or a shadow beside a pencil's stroke), the
 * widest as well.
 */
export function chooseWindows(plane: Plane, polarity: 1 | -1): number[] {
  const windows = WINDOWS.filter((window, i) =>
    i === 0 ||
    windowRadius(plane, window) > windowRadius(plane, WINDOWS[i - 1]!)
  );
  const trials = windows.map((window) => tryWindow(plane, polarity, window));
  const least = Math.min(...trials.map(({ torn }) => torn));
  const most = NOISE_FACTOR * least + CHANCE;
  const chosen = trials.find(({ torn }) => torn <= most)!;
  const widest = trials.at(-1)!;
  return loses(chosen, widest)
    ? [chosen.window, widest.window]
    : [chosen.window];
}

/** What a window takes for ink. */
interface Trial {
  readonly window: number;
  /** Of each pixel the levels by which it stands out; 0 on paper. */
  readonly ink: Int16Array;
  /** Levels of full ink. */
  readonly full: number;
  /** Part of the ink's outline at which it ends though it goes on. */
  readonly torn: number;
}

function tryWindow(
  plane: Plane,
  polarity: 1 | -1,
  window: number,
): Trial {
  const paper = background(plane, polarity, window, 1);
  const residual = removeLight(plane, { polarity, block: 1, paper });
  const ink = new Int16Array(residual.length);
  for (let i = 0; i < ink.length; i++) {
    ink[i] = Math.max(0, polarity * residual[i]!);
  }
  const full = measureContrast(countResiduals(residual), polarity)?.full ??
    Infinity;
  const torn = tornShare(plane, paper, ink, full, polarity);
  return { window, ink, full, torn };
}

/** Whether a window misses ink that is as dark as what it finds. */
function loses(trial: Trial, widest: Trial): boolean {
  let [inked, lost] = [0, 0];
  for (let i = 0; i < trial.ink.length; i++) {
    if (trial.ink[i]! >= trial.full / 2) inked++;
    else if (
      widest.ink[i]! >= AS_FULL * trial.full &&
      trial.ink[i]! <= FADED * trial.full / 2
    ) lost++;
  }
  return lost > LOST_SHARE * inked;
}

/** 1 without ink. */
function tornShare(
  { width, height, data }: Plane,
  paper: Plane,
  ink: Int16Array,
  full: number,
  polarity: 1 | -1,
): number {
  const beside = [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].map((right) => BESIDE * (down * width + right))
  ).filter((step) => step !== 0);
  let [inked, torn] = [0, 0];
  for (let y = BESIDE; y < height - BESIDE; y++) {
    const end = (y + 1) * width - BESIDE;
    for (let i = y * width + BESIDE; i < end; i++) {
      if (ink[i]! < full / 2) continue;
      inked++;
      const depth = AS_DARK * Math.abs(paper.data[i]! - data[i]!);
      for (const step of beside) {
        const rise = polarity * (data[i]! - data[i + step]!);
        if (rise >= depth) continue;
        if (ink[i + step]! <= FADED * ink[i]!) torn++;
      }
    }
  }
  return inked > 0 ? torn / (inked * beside.length) : 1;
}
