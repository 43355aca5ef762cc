import { Answer } from "./answer.tsx";
import { Bars } from "./bars.tsx";
import { ResultFrame } from "./result_frame.tsx";
import { NO_STAGES, StageFigures, type Stages } from "./stages.tsx";

const NO_PROBABILITIES: readonly number[] = Array.from({ length: 10 }, () => 0);

interface BlankProps {
  /** What the stages saw of a picture without ink. */
  readonly stages?: Stages;
}

/** The result while there is nothing to read. It keeps the room of one digit. */
export function Blank({ stages = NO_STAGES }: BlankProps) {
  return (
    <ResultFrame text="" state="blank">
      <Answer
        text="0–9"
        decorative
        verdict="No ink yet"
        note="Write a digit, or choose a picture of one."
      />
      <ol class="digits">
        <li class="digit">
          <p class="odds plain">How probable each digit is</p>
          <Bars probabilities={NO_PROBABILITIES} />
        </li>
      </ol>
      <StageFigures stages={stages} />
    </ResultFrame>
  );
}
