/**
 * The logarithm of how many times likelier a class is than all others together, from logits:
 * z - log(sum of e^z of the others), shifted by their largest so that nothing overflows.
 *
 * @param target Index of the class.
 */
export function logOdds(logits: ArrayLike<number>, target: number): number {
  let largest = -Infinity;
  for (let i = 0; i < logits.length; i++) {
    if (i !== target) largest = Math.max(largest, logits[i]!);
  }
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    if (i !== target) sum += Math.exp(logits[i]! - largest);
  }
  return logits[target]! - largest - Math.log(sum);
}
