import type { ApiType } from "./api_reference.ts";

/** A description of the document, in English, with its code between backticks. */
export function ApiText({ text }: { readonly text: string }) {
  return (
    <span lang="en">
      {text.split("`").map((part, i) =>
        i % 2 === 1 ? <code>{part}</code> : part
      )}
    </span>
  );
}

/** A type; the schemas it names lead to them. */
export function ApiTypeText({ type }: { readonly type: ApiType }) {
  return (
    <span class="type" lang="en" translate="no">
      {type.map((part) =>
        typeof part === "string"
          ? part
          : <a href={`#${part.schema}`}>{part.schema}</a>
      )}
    </span>
  );
}
