import type { DocsWords } from "../words/docs.ts";

interface CodeBlockProps {
  readonly source: string;
  readonly words: DocsWords;
}

/** Code to read and to copy; the button is there where there is a clipboard. */
export function CodeBlock({ source, words }: CodeBlockProps) {
  return (
    <div class="code">
      <pre lang="en" translate="no"><code>{source}</code></pre>
      <button
        type="button"
        class="copy"
        data-copied={words.copied}
        aria-live="polite"
        hidden
      >
        {words.copy}
      </button>
    </div>
  );
}
