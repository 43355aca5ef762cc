import type { Child } from "hono/jsx";
import { layout } from "../site/layout.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface CorrectionPageProps {
  /** What became of the correction. */
  readonly children: Child;
  readonly words: Words;
  readonly theme: Theme;
}

/** The answer to a correction where scripts are off. */
export function correctionPage(
  { children, words, theme }: CorrectionPageProps,
) {
  const { title, back } = words.corrections;
  return layout({
    title: `${title} - Inkling`,
    description: title,
    path: "/corrections",
    tagline: title,
    words,
    theme,
    head: <link rel="stylesheet" href="/static/corrections.css" />,
    children: (
      <main class="correction-page">
        {children}
        <p>
          <a href="/">{back}</a>
        </p>
      </main>
    ),
  });
}
