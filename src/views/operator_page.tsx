import type { Child } from "hono/jsx";
import { layout } from "./layout.tsx";
import type { OperatorWords } from "./words/operator.ts";

interface OperatorPageProps {
  readonly title: string;
  /** Whether there is a session that can be ended. */
  readonly isSignedIn: boolean;
  readonly children: Child;
  readonly words: OperatorWords;
}

/** A page for whoever runs the service. It needs no scripts. */
export function operatorPage(
  { title, isSignedIn, children, words }: OperatorPageProps,
) {
  return layout({
    title: `${title} - Inkling`,
    description: title,
    head: (
      <>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/static/corrections.css" />
      </>
    ),
    children: (
      <>
        <header class="masthead operator-head">
          <p class="brand">
            <a href="/">Inkling</a>
          </p>
          <h1 class="operator-title">{title}</h1>
          {isSignedIn && (
            <form action="/session/end" method="post">
              <button type="submit">{words.signOut}</button>
            </form>
          )}
        </header>
        <main class="operator">{children}</main>
      </>
    ),
  });
}
