import type { ApiField, ApiSchema } from "./api_reference.ts";
import { ApiText, ApiTypeText } from "./api_text.tsx";
import type { DocsWords } from "../words/docs.ts";

interface ApiSchemaProps {
  readonly schema: ApiSchema;
  readonly words: DocsWords;
}

/** What an object of the API holds. */
export function ApiSchemaCard({ schema, words }: ApiSchemaProps) {
  const { name, description, forms } = schema;
  return (
    <article class="schema" aria-labelledby={name}>
      <h3 id={name} lang="en" translate="no">{name}</h3>
      {description && (
        <p class="note">
          <ApiText text={description} />
        </p>
      )}
      {forms.map((form, i) => (
        <>
          {i > 0 && <p class="or">{words.or}</p>}
          {form.kind === "type"
            ? (
              <p>
                <ApiTypeText type={form.type} />
              </p>
            )
            : <Fields fields={form.fields} words={words} />}
        </>
      ))}
    </article>
  );
}

interface FieldsProps {
  readonly fields: readonly ApiField[];
  readonly words: DocsWords;
}

function Fields({ fields, words }: FieldsProps) {
  return (
    <dl class="fields">
      {fields.map(({ name, type, isRequired, description }) => (
        <div>
          <dt>
            <code lang="en" translate="no">{name}</code>{" "}
            <ApiTypeText type={type} />
            {!isRequired && <i>{words.optional}</i>}
          </dt>
          {description && (
            <dd>
              <ApiText text={description} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
