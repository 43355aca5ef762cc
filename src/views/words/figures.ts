import type { Language, Translated } from "./language.ts";

/** Numbers as people read them. Shares and probabilities are in 0..1. */
export interface FigureWords {
  /** 79514: "79,514". */
  readonly whole: (value: number) => string;
  /** 0.125: "0.125", up to six digits that say something. */
  readonly plain: (value: number) => string;
  /** 0.2899: "0.29". */
  readonly decimal: (value: number) => string;
  /** 2713392: "2.71 million". */
  readonly millions: (value: number) => string;
  /** 0.9967: "99.67%". Of measured shares, where all of them is 100%. */
  readonly share: (value: number, digits?: number) => string;
  /** A share as short as it can be told: 0.025 is "2.5%", 0.1 is "10%". */
  readonly shareTick: (value: number) => string;
  /** A 95% interval: "99.54 to 99.76%". */
  readonly interval: (interval: readonly [low: number, high: number]) => string;
  /**
   * A probability in words for people. Neither end is claimed: what is not
   * quite certain does not round to 100%, nor what is barely possible to 0%.
   */
  readonly percent: (probability: number) => string;
  /** The same in two digits: whole percents, cut off, so that none is 100. */
  readonly shortPercent: (probability: number) => string;
  /** Seconds: "14 min 49 s". */
  readonly duration: (seconds: number) => string;
  /** Milliseconds, in the unit that needs few digits: "40 ms". */
  readonly milliseconds: (value: number) => string;
  /** "2026-11-22": "November 22, 2026". What is no such day stays as it is. */
  readonly day: (date: string) => string;
}

/** What stands between the numbers. */
interface Units {
  readonly under: string;
  readonly over: string;
  readonly to: string;
  readonly million: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
  readonly millisecond: string;
  readonly microsecond: string;
}

export const figures: Translated<FigureWords> = {
  en: figuresIn("en", {
    under: "under",
    over: "over",
    to: " to ",
    million: "million",
    hour: "h",
    minute: "min",
    second: "s",
    millisecond: "ms",
    microsecond: "µs",
  }),
  ru: figuresIn("ru", {
    under: "менее",
    over: "более",
    to: "–",
    million: "млн",
    hour: "ч",
    minute: "мин",
    second: "с",
    millisecond: "мс",
    microsecond: "мкс",
  }),
};

/** A space that no line ends with. */
const NO_BREAK = "\u00a0";

/** Below and above these a probability is not told more exactly. */
const LEAST = 0.001;
const MOST = 0.999;

function figuresIn(language: Language, units: Units): FigureWords {
  const number = (options?: Intl.NumberFormatOptions) => {
    // Making one takes a millisecond, which would all be added to the server's start.
    let format: Intl.NumberFormat | undefined;
    return (value: number) =>
      (format ??= new Intl.NumberFormat(language, options)).format(value);
  };
  const shares = [0, 1, 2].map((digits) =>
    number({
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  );
  const share = (value: number, digits = 2) => shares[digits]!(value);
  const whole = number({ maximumFractionDigits: 0 });
  const decimal = number({
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const twoDigits = number({ maximumSignificantDigits: 2 });
  const day = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return {
    whole,
    decimal,
    plain: number({ maximumSignificantDigits: 6 }),
    millions: (value) => `${decimal(value / 1e6)} ${units.million}`,
    share,
    shareTick: number({ style: "percent", maximumFractionDigits: 4 }),
    interval: ([low, high]) => `${decimal(100 * low)}${units.to}${share(high)}`,
    percent(probability) {
      if (probability === 0) return share(0, 0);
      if (probability < LEAST) return `${units.under} ${share(LEAST, 1)}`;
      if (probability > MOST) return `${units.over} ${share(MOST, 1)}`;
      return share(probability, 1);
    },
    shortPercent: (probability) =>
      share(Math.min(0.99, Math.floor(100 * probability) / 100), 0),
    duration(seconds) {
      if (seconds < 1) return `${units.under} 1 ${units.second}`;
      const rounded = Math.round(seconds);
      const hours = Math.floor(rounded / 3600);
      const minutes = Math.floor(rounded % 3600 / 60);
      if (hours > 0) return `${hours} ${units.hour} ${minutes} ${units.minute}`;
      return minutes > 0
        ? `${minutes} ${units.minute} ${rounded % 60} ${units.second}`
        : `${rounded} ${units.second}`;
    },
    milliseconds(value) {
      if (value < 0.1) return `${twoDigits(1000 * value)} ${units.microsecond}`;
      const text = value < 10 ? twoDigits(value) : whole(value);
      return `${text} ${units.millisecond}`;
    },
    day(date) {
      const time = Date.parse(date);
      if (Number.isNaN(time)) return date;
      return day.format(time).replace(/ (?=\S*$)/, NO_BREAK);
    },
  };
}
