import type { Words } from "../words/words.ts";

/** A share with the interval that it lies in. */
export interface Strip {
  readonly label: string;
  /** What kind of row it is, in a word below the label. */
  readonly note?: string;
  /** Share misread, 0..1. */
  readonly misread: number;
  /** Of the share misread. */
  readonly interval: readonly [low: number, high: number];
  /** It is what the page is about. */
  readonly ours?: boolean;
}

interface StripsProps {
  readonly strips: readonly Strip[];
  /** Where a share lies between the left end of the strip, 0, and the right one, 1. */
  readonly place: (misread: number) => number;
  /** Shares that are named below. */
  readonly ticks: readonly number[];
  /** A bar starts at nothing; where there is no nothing, on a logarithmic scale, a point it is. */
  readonly mark: "bar" | "point";
  readonly words: Words;
}

/** Rows of shares misread, each with its 95% interval, over one scale. */
export function Strips({ strips, place, ticks, mark, words }: StripsProps) {
  const { model: { strips: own }, figures } = words;
  const at = (misread: number) =>
    `${(100 * Math.min(1, Math.max(0, place(misread)))).toFixed(2)}%`;
  return (
    <div class="strips">
      <ul>
        {strips.map(({ label, note, misread, interval, ours }) => (
          <li class={ours ? "ours" : undefined}>
            <span class="name">
              {label}
              {note && <small>{note}</small>}
            </span>
            <svg
              role="img"
              aria-label={own.row(misread, interval)}
            >
              {ticks.map((tick) => (
                <line
                  class="grid"
                  x1={at(tick)}
                  x2={at(tick)}
                  y1="0"
                  y2="100%"
                />
              ))}
              {mark === "bar" && (
                <rect y="25%" width={at(misread)} height="50%" rx="3" />
              )}
              <Reach class="halo" from={at(interval[0])} to={at(interval[1])} />
              <Reach
                class="reach"
                from={at(interval[0])}
                to={at(interval[1])}
              />
              {mark === "point" && <circle cx={at(misread)} cy="50%" r="5" />}
            </svg>
            <b>{figures.share(1 - misread)}</b>
          </li>
        ))}
      </ul>
      <p class="scale" aria-hidden="true">
        <svg>
          {ticks.map((tick) => (
            <text
              class="tick"
              x={at(tick)}
              y="1em"
              text-anchor={anchorAt(place(tick))}
            >
              {figures.shareTick(tick)}
            </text>
          ))}
        </svg>
        <span>{own.right}</span>
      </p>
    </div>
  );
}

/** Figures at the ends stay within the strip. */
function anchorAt(place: number): "start" | "middle" | "end" {
  if (place <= 0) return "start";
  return place >= 1 ? "end" : "middle";
}

interface ReachProps {
  readonly class: string;
  readonly from: string;
  readonly to: string;
}

/** From one end of an interval to the other. */
function Reach({ class: kind, from, to }: ReachProps) {
  return <line class={kind} x1={from} x2={to} y1="50%" y2="50%" />;
}
