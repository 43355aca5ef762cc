import { operatorPage } from "./operator_page.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface SignInPageProps {
  /** Whether a token was given that is not the one. */
  readonly isRefused: boolean;
  /** Of the list that is behind it. */
  readonly query: string;
  readonly words: Words;
  readonly theme: Theme;
}

/** Asks for the operator's token. */
export function signInPage(
  { isRefused, query, words, theme }: SignInPageProps,
) {
  const own = words.operator;
  return operatorPage({
    title: own.title,
    query,
    isSignedIn: false,
    words,
    theme,
    children: (
      <form class="sign-in" action="/session" method="post">
        <label for="token">{own.token}</label>
        <input
          type="password"
          id="token"
          name="token"
          autocomplete="current-password"
          aria-describedby="token-hint"
          aria-invalid={isRefused ? "true" : undefined}
          required
          autofocus
        />
        <small id="token-hint">{own.tokenHint}</small>
        {isRefused && <p role="alert">{own.wrongToken}</p>}
        <button type="submit">{own.signIn}</button>
      </form>
    ),
  });
}
