import type { ReadDigit, TextReading } from "../../recognize.ts";
import { Answer } from "./answer.tsx";
import { NothingFound } from "./blank.tsx";
import { DigitBox } from "./digit_box.tsx";
import { DigitDetail } from "./digit_detail.tsx";
import { Growth } from "./growth.tsx";
import { InkMapPicture } from "./ink_map.tsx";
import { LeftOut } from "./left_out.tsx";
import { ResultFrame } from "./result_frame.tsx";
import { PictureStageFigures, type Stages } from "./stages.tsx";
import type { Thought } from "./thought.tsx";
import { describe } from "./verdict.ts";
import type { Words } from "../words/words.ts";

interface ResultProps {
  readonly reading: TextReading;
  readonly stages: Stages;
  /** Whether it may be said what a digit is. */
  readonly isCorrectable: boolean;
  /** Of the first digit, to show it at once. */
  readonly thought?: Thought;
  readonly words: Words;
  /** Says so where the device itself read it. */
  readonly offline: string | null;
}

/** Lines of writing from which on the map grows with them. */
const MANY_LINES = 3;
/** Digits in a line beyond which their confidences would touch. */
const DENSE_LINE = 10;

/**
 * What was read, how sure it is, and what every stage saw. Digits are marked on
 * a map of the writing, and one of them at a time is open.
 */
export function Result(props: ResultProps) {
  const { reading, stages, isCorrectable, thought, words, offline } = props;
  if (reading.blank) {
    return (
      <NothingFound stages={stages.picture} words={words} offline={offline} />
    );
  }
  const { digits, text, lines } = reading;
  const { map } = stages;
  const message = describe(
    reading,
    map?.leftOut.length ?? 0,
    words.verdict,
  );
  return (
    <ResultFrame
      text={text}
      state="read"
      extra={shape(lines)}
      words={words.result}
      offline={offline}
    >
      <Answer
        text={text}
        verdicts={digits.map(({ verdict }) => verdict)}
        message={message}
      />
      {map && <InkMapPicture map={map} label={words.result.map} />}
      {map && map.leftOut.length > 0 && <LeftOut map={map} />}
      {digits.map((digit, index) => (
        <Digit
          digit={digit}
          index={index}
          stages={stages}
          isCorrectable={isCorrectable}
          thought={index === 0 && thought ? thought : null}
          words={words}
        />
      ))}
      {stages.digits.length < digits.length && (
        <p class="not-opened">
          {words.result.opened(stages.digits.length)}
        </p>
      )}
      <Growth words={words.growth} />
      <PictureStageFigures stages={stages.picture} words={words.stages} />
    </ResultFrame>
  );
}

interface DigitProps {
  readonly digit: ReadDigit;
  readonly index: number;
  readonly stages: Stages;
  readonly isCorrectable: boolean;
  readonly thought: Thought | null;
  readonly words: Words;
}

function Digit(props: DigitProps) {
  const { digit, index, stages, isCorrectable, thought, words } = props;
  const { map, digits } = stages;
  const own = digits[index];
  const isAlone = digits.length === 1;
  return (
    <div class={`digit ${digit.verdict}`}>
      {map && digit.box && (
        <DigitBox
          digit={digit}
          place={index + 1}
          box={digit.box}
          region={map.region}
          opens={own !== undefined && !isAlone}
          words={words}
        />
      )}
      {own && (
        <DigitDetail
          digit={digit}
          place={index + 1}
          alone={isAlone}
          stages={own}
          isCorrectable={isCorrectable}
          thought={thought}
          words={words}
        />
      )}
    </div>
  );
}

/** Further classes of a result, by what is written how. */
function shape(lines: readonly string[]): string | null {
  const classes = [
    ...(lines.length >= MANY_LINES ? ["high"] : []),
    ...(lines.some((line) => line.length > DENSE_LINE) ? ["dense"] : []),
  ];
  return classes.length > 0 ? classes.join(" ") : null;
}
