import type { ApiMedia, ApiOperation } from "./api_reference.ts";
import { ApiText, ApiTypeText } from "./api_text.tsx";
import { CodeBlock } from "./code_block.tsx";
import type { DocsWords } from "../words/docs.ts";

interface ApiOperationProps {
  readonly operation: ApiOperation;
  readonly isOpen: boolean;
  readonly words: DocsWords;
}

/** An address: what it takes, what it answers, how to try it. */
export function ApiOperationCard(
  { operation, isOpen, words }: ApiOperationProps,
) {
  const { id, method, path, summary, description, samples, body, answers } =
    operation;
  return (
    <details class="operation" open={isOpen}>
      <summary>
        <h4 id={id}>
          <span lang="en" translate="no">
            <b>{method}</b> <code>{path}</code>
          </span>{" "}
          <ApiText text={summary} />
        </h4>
      </summary>
      {description && (
        <p class="note">
          <ApiText text={description} />
        </p>
      )}
      {samples.map(({ label, source }) => (
        <>
          {label && (
            <p class="label">
              <ApiText text={label} />
            </p>
          )}
          <CodeBlock source={source} words={words} />
        </>
      ))}
      {body.length > 0 && (
        <>
          <h5>{words.body}</h5>
          <MediaList media={body} />
        </>
      )}
      <h5>{words.answers}</h5>
      <dl class="answers">
        {answers.map(({ status, description, media }) => (
          <div>
            <dt>{status === "default" ? words.otherwise : status}</dt>
            <dd>
              <ApiText text={description} />
              <MediaList media={media} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function MediaList({ media }: { readonly media: readonly ApiMedia[] }) {
  return (
    <ul class="media">
      {media.map(({ type, schema }) => (
        <li>
          <code lang="en" translate="no">{type}</code>
          {schema && (
            <>
              {" "}
              <ApiTypeText type={schema} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
