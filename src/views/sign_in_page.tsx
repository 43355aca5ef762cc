import { operatorPage } from "./operator_page.tsx";
import type { OperatorWords } from "./words/operator.ts";

interface SignInPageProps {
  /** Whether a token was given that is not the one. */
  readonly isRefused: boolean;
  readonly words: OperatorWords;
}

/** Asks for the operator's token. */
export function signInPage({ isRefused, words }: SignInPageProps) {
  return operatorPage({
    title: words.title,
    isSignedIn: false,
    words,
    children: (
      <form class="sign-in" action="/session" method="post">
        <label for="token">{words.token}</label>
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
        <small id="token-hint">{words.tokenHint}</small>
        {isRefused && <p role="alert">{words.wrongToken}</p>}
        <button type="submit">{words.signIn}</button>
      </form>
    ),
  });
}
