import type { Child } from "hono/jsx";
import { html } from "hono/html";

interface LayoutProps {
  readonly title: string;
  readonly children: Child;
}

/** A whole HTML document around `children`. */
export function layout({ title, children }: LayoutProps) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="description"
          content="Draw a digit or choose a picture, and Inkling reads it."
        />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/static/site.css" />
        <link rel="stylesheet" href="/static/result.css" />
        <script src="/static/htmx.min.js" defer></script>
        <script src="/static/pad.js" type="module"></script>
        <script src="/static/unreachable.js" type="module"></script>
      </head>
      <body>{children}</body>
    </html>
  )}`;
}
