import type { Reading } from "../recognize.ts";
import { Answer } from "./answer.tsx";
import { Bars } from "./bars.tsx";
import { Blank } from "./blank.tsx";
import { Odds } from "./odds.tsx";
import { ResultFrame } from "./result_frame.tsx";
import { StageFigures, type Stages } from "./stages.tsx";
import { describe } from "./verdict.ts";

interface ResultProps {
  readonly reading: Reading;
  readonly stages: Stages;
}

/** What was read, how sure it is, and what every stage saw. */
export function Result({ reading, stages }: ResultProps) {
  if (reading.blank) return <Blank stages={stages} />;
  const { digits, text } = reading;
  const { verdict, note } = describe(digits);
  return (
    <ResultFrame text={text} state="read">
      <Answer text={text} verdict={verdict} note={note} />
      <ol class="digits">
        {digits.map((digit) => (
          <li class={`digit ${digit.verdict}`}>
            <Odds digit={digit} alone={digits.length === 1} />
            <Bars probabilities={digit.probabilities} />
          </li>
        ))}
      </ol>
      <StageFigures stages={stages} />
    </ResultFrame>
  );
}
