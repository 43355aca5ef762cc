import type { Child } from "hono/jsx";
import { html } from "hono/html";
import { Footer } from "./footer.tsx";

interface LayoutProps {
  readonly title: string;
  /** What search engines show. */
  readonly description: string;
  /** Styles and scripts that this page needs beside the site's own. */
  readonly head: Child;
  readonly children: Child;
}

/** A whole HTML document around `children`. */
export function layout({ title, description, head, children }: LayoutProps) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={description} />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/static/manifest.webmanifest" />
        <link rel="stylesheet" href="/static/site.css" />
        {head}
      </head>
      <body>
        {children}
        <Footer />
      </body>
    </html>
  )}`;
}
