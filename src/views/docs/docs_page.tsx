import { ApiOperationCard } from "./api_operation.tsx";
import type { ApiReference } from "./api_reference.ts";
import { ApiSchemaCard } from "./api_schema.tsx";
import { ApiText } from "./api_text.tsx";
import { CodeBlock } from "./code_block.tsx";
import { layout } from "../site/layout.tsx";
import { Section } from "../site/section.tsx";
import type { Theme } from "../site/theme.ts";
import type { Words } from "../words/words.ts";

interface DocsPageProps {
  /** By the languages they are written in. */
  readonly examples: Readonly<Record<string, string>>;
  readonly reference: ApiReference;
  /** Of its address. */
  readonly query: string;
  readonly words: Words;
  readonly theme: Theme;
}

/** How to ask the API. */
export function docsPage(
  { examples, reference, query, words, theme }: DocsPageProps,
) {
  const { docs } = words;
  return layout({
    title: docs.title,
    description: docs.description,
    path: "/docs",
    query,
    tagline: docs.tagline,
    words,
    theme,
    head: (
      <>
        <link rel="stylesheet" href="/static/model.css" />
        <link rel="stylesheet" href="/static/docs.css" />
        <script type="module" src="/static/docs.js"></script>
      </>
    ),
    children: (
      <main class="model docs">
        <div class="opening">
          <h1>{docs.heading}</h1>
          <p class="lead">{docs.lead}</p>
        </div>
        <Section
          id="examples"
          title={docs.examples.heading}
          lead={docs.examples.lead}
        >
          {Object.entries(examples).map(([language, source], i) => (
            <details open={i === 0}>
              <summary lang="en" translate="no">{language}</summary>
              <CodeBlock source={source} words={docs} />
            </details>
          ))}
        </Section>
        <Section
          id="problems"
          title={docs.problems.heading}
          lead={docs.problems.lead}
        >
          <ul class="limits">
            {docs.problemNotes.map((note) => <li>{note}</li>)}
          </ul>
        </Section>
        <Section
          id="reference"
          title={docs.reference.heading}
          lead={
            <>
              {docs.reference.lead} <a href="/openapi.json">{docs.document}</a>
            </>
          }
        >
          {reference.groups.map(({ name, description, operations }, group) => (
            <div class="group">
              <h3 lang="en">{name}</h3>
              <p class="note">
                <ApiText text={description} />
              </p>
              {operations.map((operation, i) => (
                <ApiOperationCard
                  operation={operation}
                  isOpen={group === 0 && i === 0}
                  words={docs}
                />
              ))}
            </div>
          ))}
        </Section>
        <Section
          id="schemas"
          title={docs.schemas.heading}
          lead={docs.schemas.lead}
        >
          {reference.schemas.map((schema) => (
            <ApiSchemaCard schema={schema} words={docs} />
          ))}
        </Section>
      </main>
    ),
  });
}
