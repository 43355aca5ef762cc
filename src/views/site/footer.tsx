import type { SiteWords } from "../words/site.ts";

/** The way to the other pages. */
export function Footer({ words }: { readonly words: SiteWords }) {
  return (
    <footer class="footer">
      <a href="/">{words.write}</a>
      <a href="/model">{words.model}</a>
      <a href="/docs">{words.docs}</a>
    </footer>
  );
}
