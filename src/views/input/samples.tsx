import type { UploadWords } from "../words/upload.ts";

export type SampleName = keyof UploadWords["sample"];

/** The samples' files under /static/samples, as they are shown. */
export const SAMPLE_FILES: readonly {
  readonly name: SampleName;
  readonly file: string;
}[] = [
  { name: "digit", file: "digit.png" },
  { name: "shadow", file: "shadow.jpg" },
  { name: "amount", file: "amount.jpg" },
  { name: "column", file: "column.png" },
  { name: "pencil", file: "pencil.jpg" },
  { name: "doodles", file: "doodles.jpg" },
];

/** Pictures to try in one click. */
export function Samples({ words }: { readonly words: UploadWords }) {
  return (
    <form
      class="samples pictured"
      action="/read"
      method="get"
      aria-label={words.samples}
      hx-get="/read"
      hx-target="#result"
      hx-swap="outerMorph"
      hx-sync="main:replace"
      hx-indicator="#result"
    >
      <p>{words.samples}</p>
      <ul>
        {SAMPLE_FILES.map(({ name, file }) => (
          <li>
            <button
              type="submit"
              name="sample"
              value={name}
              title={words.sample[name]}
            >
              <img
                src={`/static/samples/${file}`}
                width="64"
                height="48"
                alt={words.sample[name]}
                loading="lazy"
                decoding="async"
              />
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
