import type { Child } from "hono/jsx";
import { layout } from "../site/layout.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface OperatorPageProps {
  readonly title: string;
  /** What is listed, as the address of the list has it: "?digit=7". */
  readonly query: string;
  /** Whether there is a session that can be ended. */
  readonly isSignedIn: boolean;
  readonly children: Child;
  readonly words: Words;
  readonly theme: Theme;
}

/** A page for whoever runs the service. It needs no scripts. */
export function operatorPage(
  { title, query, isSignedIn, children, words, theme }: OperatorPageProps,
) {
  return layout({
    title: `${title} - Inkling`,
    description: title,
    path: "/corrections",
    query,
    tagline: words.operator.tagline,
    words,
    theme,
    head: (
      <>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/static/corrections.css" />
      </>
    ),
    children: (
      <main class="operator">
        <header class="operator-row">
          <h1>{title}</h1>
          {isSignedIn && (
            <form action="/session/end" method="post">
              <button type="submit">{words.operator.signOut}</button>
            </form>
          )}
        </header>
        {children}
      </main>
    ),
  });
}
