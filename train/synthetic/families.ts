/** Families whose glyphs are trained on, and those kept for judging. */
export type FontSplit = "training" | "unseen";

export interface Family {
  /** Name of the package `@fontsource/<name>`. */
  readonly name: string;
  readonly version: string;
  readonly kind: "handwriting" | "printed";
  readonly split: FontSplit;
  /** Whether its small letters are capitals too, look-alikes of digits among them. */
  readonly hasOnlyCapitals: boolean;
}

const ONLY_CAPITALS = ["bebas-neue", "permanent-marker", "rock-salt"];

/** Every fourth family is kept unseen. */
const UNSEEN_EVERY = 4;

/** Families whose digits read well, with packages below 11 MB: 62 MB in all. */
const HANDWRITING = [
  "annie-use-your-telescope@5.3.0",
  "architects-daughter@5.3.0",
  "bad-script@5.3.0",
  "caveat@5.3.0",
  "caveat-brush@5.3.0",
  "cedarville-cursive@5.3.0",
  "chilanka@5.3.0",
  "comic-neue@5.3.0",
  "comic-relief@5.3.0",
  "cookie@5.3.0",
  "courgette@5.3.0",
  "covered-by-your-grace@5.3.0",
  "damion@5.3.0",
  "dancing-script@5.3.0",
  "delicious-handrawn@5.3.0",
  "delius@5.3.0",
  "finger-paint@5.3.0",
  "gaegu@5.3.0",
  "gloria-hallelujah@5.3.0",
  "gochi-hand@5.3.0",
  "grand-hotel@5.3.0",
  "grandstander@5.3.0",
  "handlee@5.3.0",
  "happy-monkey@5.2.8",
  "homemade-apple@5.3.0",
  "indie-flower@5.3.0",
  "itim@5.3.0",
  "kalam@5.3.0",
  "kaushan-script@5.3.0",
  "knewave@5.3.0",
  "licorice@5.3.0",
  "mansalva@5.3.0",
  "marck-script@5.3.0",
  "mr-de-haviland@5.3.0",
  "nanum-pen-script@5.3.0",
  "neucha@5.3.0",
  "oooh-baby@5.3.0",
  "pacifico@5.3.0",
  "patrick-hand@5.3.0",
  "permanent-marker@5.3.0",
  "reenie-beanie@5.3.0",
  "rock-salt@5.3.0",
  "sacramento@5.3.0",
  "satisfy@5.3.0",
  "schoolbell@5.3.0",
  "shadows-into-light@5.3.0",
  "shantell-sans@5.3.0",
  "short-stack@5.3.0",
  "sriracha@5.3.0",
  "sue-ellen-francisco@5.3.0",
  "swanky-and-moo-moo@5.3.0",
  "the-girl-next-door@5.3.0",
  "twinkle-star@5.3.0",
  "vibur@5.3.0",
  "whisper@5.3.0",
  "yellowtail@5.3.0",
] as const;

const PRINTED = [
  "anonymous-pro@5.3.0",
  "arimo@5.3.0",
  "bebas-neue@5.3.0",
  "courier-prime@5.3.0",
  "cousine@5.3.0",
  "dejavu-mono@5.3.0",
  "inconsolata@5.3.0",
  "josefin-sans@5.3.0",
  "lato@5.3.0",
  "merriweather@5.3.0",
  "oswald@5.3.0",
  "patua-one@5.3.0",
  "pt-sans@5.3.0",
  "pt-serif@5.3.0",
  "roboto@5.3.0",
  "roboto-slab@5.3.0",
  "share-tech-mono@5.3.0",
  "special-elite@5.3.0",
  "tinos@5.3.0",
  "varela-round@5.3.0",
  "vt323@5.3.0",
] as const;

export const FAMILIES: readonly Family[] = [
  ...families(HANDWRITING, "handwriting"),
  ...families(PRINTED, "printed"),
];

function families(
  packages: readonly string[],
  kind: Family["kind"],
): Family[] {
  return packages.map((entry, i) => {
    const [name = "", version = ""] = entry.split("@");
    const split = i % UNSEEN_EVERY === UNSEEN_EVERY - 1 ? "unseen" : "training";
    const hasOnlyCapitals = ONLY_CAPITALS.includes(name);
    return { name, version, kind, split, hasOnlyCapitals };
  });
}
