import { Answer } from "../reading/answer.tsx";
import { ResultFrame } from "../reading/result_frame.tsx";
import type { HistoryWords } from "../words/history.ts";
import type { Words } from "../words/words.ts";

/** What was read in this visit; `history.js` fills it, and keeps it. */
export function History({ words }: { readonly words: HistoryWords }) {
  return (
    <section id="recent" class="recent empty" aria-labelledby="recent-title">
      <h2 id="recent-title">{words.title}</h2>
      <p class="none">{words.none}</p>
      <ol></ol>
      <p class="privacy">
        <span>{words.privacy}</span>{" "}
        <button type="button" class="forget">{words.forget}</button>
      </p>
      <template>
        <li>
          <button type="button">
            <span class="spoken">{words.recall}</span>
            <img alt="" width="72" height="48" />
            <b></b>
          </button>
        </li>
      </template>
    </section>
  );
}

/** The result when a picture is brought back; its text and picture are filled in. */
export function Recalled({ words }: { readonly words: Words }) {
  const { recalled, thumbnail } = words.history;
  return (
    <ResultFrame text="" state="read" extra="recalled" words={words.result}>
      <Answer text="" message={recalled} />
      <img class="recalled-picture" alt={thumbnail} />
    </ResultFrame>
  );
}
