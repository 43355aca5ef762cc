import type { Verdict } from "../../inference/calibrate.ts";
import type { Message } from "../words/result.ts";

interface AnswerProps {
  /** Shown as large as it fits; lines are parted by line feeds. */
  readonly text: string;
  /** Of each character but line feeds: what is no sure digit looks like it. */
  readonly verdicts?: readonly Verdict[];
  /** The text is a sign for the eye only: nothing was read. */
  readonly decorative?: boolean;
  readonly message: Message;
}

/** Characters of a line that fit in the largest type on a phone. */
const SHORT_LINE = 6;
/** Characters of a line that fit in large type; so much for one line. */
const LARGE_LINE = 8;

/** The answer in one glance; screen readers speak it when it changes. */
export function Answer({ text, verdicts, decorative, message }: AnswerProps) {
  return (
    <div class="answer" role="status" aria-live="polite" aria-atomic="true">
      <p
        class={`text ${sizeOf(text)}`}
        aria-hidden={decorative ? "true" : undefined}
      >
        {runsOf(text, verdicts ?? []).map(({ run, isSure }) =>
          isSure ? run : <span class="doubtful">{run}</span>
        )}
      </p>
      <p class="words">
        <b class="verdict">{message.verdict}</b>{" "}
        <span class="note">{message.note}</span>
      </p>
    </div>
  );
}

/** Two medium lines, or three small ones, take the room of a large one. */
function sizeOf(text: string): "short" | "large" | "medium" | "small" {
  const lines = text.split("\n");
  const longest = Math.max(...lines.map((line) => line.length));
  if (lines.length === 1 && longest <= SHORT_LINE) return "short";
  const times = Math.max(lines.length, longest / LARGE_LINE);
  if (times <= 1) return "large";
  return times <= 2 ? "medium" : "small";
}

interface Run {
  readonly run: string;
  readonly isSure: boolean;
}

/** The text in as few parts as differ in whether they are sure. */
function runsOf(text: string, verdicts: readonly Verdict[]): Run[] {
  const runs: Run[] = [];
  let place = 0;
  for (const character of text) {
    const verdict = character === "\n" ? "sure" : verdicts[place++];
    const isSure = (verdict ?? "sure") === "sure";
    const last = runs.at(-1);
    if (last?.isSure === isSure) {
      runs[runs.length - 1] = { run: last.run + character, isSure };
    } else runs.push({ run: character, isSure });
  }
  return runs;
}
