import type { BarsWords } from "../words/bars.ts";

interface BarsProps {
  /** One per digit, 0..1. */
  readonly probabilities: readonly number[];
  readonly words: BarsWords;
}

/** A bar for each digit, as high as the digit is probable. */
export function Bars({ probabilities, words }: BarsProps) {
  const highest = Math.max(...probabilities);
  return (
    <ol class="bars" aria-label={words.label}>
      {probabilities.map((probability, digit) => (
        <li
          class={probability > 0 && probability === highest ? "likeliest" : ""}
        >
          <svg aria-hidden="true">
            <rect
              width="100%"
              height={`${(100 * probability).toFixed(1)}%`}
            />
          </svg>
          <b>{digit}</b>
          <span class="spoken">{words.probability(probability)}</span>
        </li>
      ))}
    </ol>
  );
}
