import type { Child } from "hono/jsx";
import { html } from "hono/html";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import type { Theme } from "./theme.ts";
import type { Words } from "../words/words.ts";

interface LayoutProps {
  readonly title: string;
  /** What search engines show. */
  readonly description: string;
  /** Where the page is: "/model". */
  readonly path: string;
  /** What its address has beside, to come back to it: "?digit=7". */
  readonly query?: string;
  /** What the page is, beside the name of the site. */
  readonly tagline: string;
  /** Styles and scripts that this page needs beside the site's own. */
  readonly head: Child;
  readonly words: Words;
  readonly theme: Theme;
  readonly children: Child;
}

/** A whole HTML document around `children`. */
export function layout(props: LayoutProps) {
  const { title, description, path, query = "", tagline, head } = props;
  const { words, theme, children } = props;
  return html`<!doctype html>${(
    <html
      lang={words.language}
      data-theme={theme === "system" ? undefined : theme}
    >
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          name="color-scheme"
          content={theme === "system" ? "light dark" : theme}
        />
        <meta name="description" content={description} />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/static/manifest.webmanifest" />
        <link rel="stylesheet" href="/static/site.css" />
        {head}
      </head>
      <body>
        <Masthead
          path={path}
          query={query}
          tagline={tagline}
          words={words}
          theme={theme}
        />
        {children}
        <Footer words={words.site} />
      </body>
    </html>
  )}`;
}
