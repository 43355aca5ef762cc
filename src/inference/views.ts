import type { Engine } from "./engine.ts";
import { softmax } from "./softmax.ts";

/**
 * Below this probability the network is in doubt. Trained with smoothed labels, it gives a clear
 * digit 0.95; one in thirty of MNIST's is below.
 */
const DOUBT = 0.9;

/** Halves of a pixel that the further views are moved by. */
const MOVES = [[1, 1], [1, -1], [-1, 1], [-1, -1]] as const;

/**
 * An engine that looks at a doubtful picture again, moved by half a pixel each way, and answers the
 * mean of the logits. The views that most pictures do not need are not computed.
 *
 * Errors of 15,000 images of MNIST, held-out and test ones, without and with further views: 49 and
 * 39 with ten-class weights; 60 and 59, 60 and 54, 51 and 54, 64 and 62, 53 and 56 with later ones,
 * which is within noise. Looking again at the doubtful ones only gives what looking at all gives.
 *
 * @param engine Of a network with a square input of one channel.
 */
export function createViews(engine: Engine): Engine {
  const side = Math.sqrt(engine.inputLength);
  const view = new Float32Array(engine.inputLength);
  const more = new Float32Array(engine.outputLength);
  const probabilities = new Float32Array(engine.outputLength);
  return {
    ...engine,
    forward(input, logits) {
      engine.forward(input, logits);
      softmax(probabilities, logits);
      // Written so that logits that are no numbers stay as they are.
      if (!(largest(probabilities) < DOUBT)) return;
      for (const [dx, dy] of MOVES) {
        moveHalf(view, input, side, dx, dy);
        engine.forward(view, more);
        for (let i = 0; i < logits.length; i++) logits[i]! += more[i]!;
      }
      for (let i = 0; i < logits.length; i++) logits[i]! /= MOVES.length + 1;
    },
  };
}

function largest(values: Float32Array): number {
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}

/** Half way to a neighbour each pixel is the mean of the two, and of four for both ways. */
function moveHalf(
  out: Float32Array,
  input: Float32Array,
  side: number,
  dx: number,
  dy: number,
): void {
  for (let y = 0; y < side; y++) {
    const other = y + dy;
    const isRow = other >= 0 && other < side;
    for (let x = 0; x < side; x++) {
      const next = x + dx;
      const isColumn = next >= 0 && next < side;
      let sum = input[y * side + x]!;
      if (isColumn) sum += input[y * side + next]!;
      if (isRow) sum += input[other * side + x]!;
      if (isRow && isColumn) sum += input[other * side + next]!;
      out[y * side + x] = sum / 4;
    }
  }
}
