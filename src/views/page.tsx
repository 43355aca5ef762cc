import type { Child } from "hono/jsx";
import { Blank } from "./blank.tsx";
import { DrawForm } from "./draw_form.tsx";
import { History, Recalled } from "./history.tsx";
import { InputHead } from "./input_head.tsx";
import { layout } from "./layout.tsx";
import { ProblemResult } from "./problem.tsx";
import { Samples } from "./samples.tsx";
import { UploadForm } from "./upload_form.tsx";
import type { Words } from "./words/words.ts";

interface PageProps {
  /** The element with `id="result"`. */
  readonly result: Child;
  /** Heads the window in place of the plain name. */
  readonly title?: string;
  readonly words: Words;
}

/** The one page: a sheet to write on, a form to send pictures, the result. */
export function page({ result, title, words }: PageProps) {
  return layout({
    title: title ? `${title} - Inkling` : "Inkling reads digits",
    description: "Write a number or choose a picture, and Inkling reads it.",
    head: (
      <>
        <link rel="stylesheet" href="/static/result.css" />
        <script src="/static/htmx.min.js" defer></script>
        <InputHead />
      </>
    ),
    children: (
      <>
        <header class="masthead">
          <h1>
            <a href="/">Inkling</a>
          </h1>
          <p>It reads the digits you write.</p>
        </header>
        <main class="desk">
          <DrawForm words={words.drawing} />
          <UploadForm words={words.upload} />
          <Samples words={words.upload} />
          {result}
        </main>
        <History words={words.history} />
        <div id="veil" class="veil" hidden>
          <p>{words.upload.drop}</p>
        </div>
        <template id="blank">
          <Blank words={words} />
        </template>
        <template id="recalled">
          <Recalled words={words.history} />
        </template>
        <template id="unreadable">
          <ProblemResult
            title={words.upload.unreadable.title}
            detail={words.upload.unreadable.advice}
          />
        </template>
        <template id="unreachable">
          <ProblemResult
            title="No answer"
            detail="The server cannot be reached. Your drawing is still here: write on, or try again in a moment."
          />
        </template>
      </>
    ),
  });
}
