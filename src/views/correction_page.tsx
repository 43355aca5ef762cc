import type { Child } from "hono/jsx";
import { layout } from "./layout.tsx";
import type { Words } from "./words/words.ts";

interface CorrectionPageProps {
  /** What became of the correction. */
  readonly children: Child;
  readonly words: Words;
}

/** The answer to a correction where scripts are off. */
export function correctionPage({ children, words }: CorrectionPageProps) {
  const { title, back } = words.corrections;
  return layout({
    title: `${title} - Inkling`,
    description: title,
    head: <link rel="stylesheet" href="/static/corrections.css" />,
    children: (
      <>
        <header class="masthead">
          <h1>
            <a href="/">Inkling</a>
          </h1>
          <p>{title}</p>
        </header>
        <main class="correction-page">
          {children}
          <p>
            <a href="/">{back}</a>
          </p>
        </main>
      </>
    ),
  });
}
