import type { Child } from "hono/jsx";
import { Blank } from "./reading/blank.tsx";
import { Connection } from "./site/connection.tsx";
import { DrawForm } from "./input/draw_form.tsx";
import { History, Recalled } from "./input/history.tsx";
import { InputHead } from "./input/input_head.tsx";
import { layout } from "./site/layout.tsx";
import { ProblemResult } from "./reading/problem.tsx";
import type { Theme } from "./site/theme.ts";
import { Samples } from "./input/samples.tsx";
import { UploadForm } from "./input/upload_form.tsx";
import type { Words } from "./words/words.ts";

interface PageProps {
  /** The element with `id="result"`. */
  readonly result: Child;
  /** Heads the window in place of the plain name. */
  readonly title?: string;
  /** Of its address. */
  readonly query?: string;
  readonly words: Words;
  readonly theme: Theme;
}

/** The one page: a sheet to write on, a form to send pictures, the result. */
export function page({ result, title, query = "", words, theme }: PageProps) {
  return layout({
    title: title ? `${title} - Inkling` : words.page.title,
    description: words.page.description,
    path: "/",
    query,
    tagline: words.page.tagline,
    words,
    theme,
    head: (
      <>
        {/* Painted before all of the result is there, it would move when the rest comes. */}
        <link rel="expect" href="#recent" blocking="render" />
        <link rel="stylesheet" href="/static/result.css" />
        <link rel="stylesheet" href="/static/corrections.css" />
        <link rel="stylesheet" href="/static/thinking.css" />
        <script src="/static/htmx.min.js" defer></script>
        <InputHead />
        <script src="/static/theme.js" type="module"></script>
        <script src="/static/online.js" type="module"></script>
        <script src="/static/thinking.js" type="module"></script>
        <script src="/static/growth.js" type="module"></script>
      </>
    ),
    children: (
      <>
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
        <Connection words={words.offline} />
        <template id="blank">
          <Blank words={words} />
        </template>
        <template id="recalled">
          <Recalled words={words} />
        </template>
        <template id="unreadable">
          <ProblemResult message={words.upload.unreadable} words={words} />
        </template>
        <template id="unreachable">
          <ProblemResult message={words.problem.unreachable} words={words} />
        </template>
      </>
    ),
  });
}
