import { LanguageSwitch } from "./language_switch.tsx";
import type { Theme } from "./theme.ts";
import { ThemeSwitch } from "./theme_switch.tsx";
import type { Words } from "../words/words.ts";

interface MastheadProps {
  /** Where the page is. */
  readonly path: string;
  readonly query: string;
  readonly tagline: string;
  readonly words: Words;
  readonly theme: Theme;
}

/** The head of every page. On the first one the name is its heading. */
export function Masthead(
  { path, query, tagline, words, theme }: MastheadProps,
) {
  const address = `${path}${query}`;
  const name = <a href="/">Inkling</a>;
  return (
    <header class="masthead">
      {path === "/"
        ? <h1 class="brand">{name}</h1>
        : <p class="brand">{name}</p>}
      <p class="tagline">{tagline}</p>
      <div class="switches">
        <LanguageSwitch address={address} words={words} />
        <ThemeSwitch address={address} theme={theme} words={words.site} />
      </div>
    </header>
  );
}
