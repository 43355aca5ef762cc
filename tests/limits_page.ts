/** Writes docs/limits.md out of the constants and what stands above them. */

import * as effort from "../src/imaging/effort_limits.ts";
import * as decoding from "../src/imaging/decode/limits.ts";
import * as body from "../src/routes/bodies/receive_body.ts";
import * as http from "../src/http/limits.ts";
import * as form from "../src/routes/bodies/multipart.ts";
import * as workers from "../src/workers/limits.ts";

const ROOT = new URL("../", import.meta.url);
export const PAGE = new URL("docs/limits.md", ROOT);

interface Group {
  readonly title: string;
  readonly file: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const GROUPS: readonly Group[] = [
  {
    title: "A request",
    file: "src/routes/bodies/receive_body.ts",
    values: { ...body },
  },
  {
    title: "A form",
    file: "src/routes/bodies/multipart.ts",
    values: { ...form },
  },
  {
    title: "Connections, and room for what comes over them",
    file: "src/http/limits.ts",
    values: { ...http },
  },
  {
    title: "A picture, by its header, before a pixel is decoded",
    file: "src/imaging/decode/limits.ts",
    values: { ...decoding },
  },
  {
    title: "Looking for characters, before a picture is crowded",
    file: "src/imaging/effort_limits.ts",
    values: { ...effort },
  },
  {
    title: "Reading in workers",
    file: "src/workers/limits.ts",
    values: { ...workers },
  },
];

const HEAD = `# Limits

What the server takes, and why no more. Written by \`deno task limits\` out of
the constants themselves.
`;

/** A constant with the comment above it. */
const CONSTANT = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport const (\w+) =/g;

/** The page as it has to be. */
export async function limitsPage(): Promise<string> {
  const sections = await Promise.all(GROUPS.map(section));
  return [HEAD, ...sections].join("\n");
}

async function section({ title, file, values }: Group): Promise<string> {
  const source = await Deno.readTextFile(new URL(file, ROOT));
  const rows = [...source.matchAll(CONSTANT)].map(([, comment, name]) => {
    const value = values[name!];
    if (typeof value !== "number") throw new Error(`${name} is no number`);
    return `| \`${name}\` | ${value.toLocaleString("en")} | ${
      oneLine(comment!)
    } |`;
  });
  const head = ["| constant | value | what and why |", "| --- | ---: | --- |"];
  const link = `In [\`${file}\`](../${file}).`;
  return [`## ${title}`, "", link, "", ...head, ...rows, ""].join("\n");
}

function oneLine(comment: string): string {
  return comment.replaceAll(/\s*\n?\s*\*\s/g, " ").replaceAll(/\s+/g, " ")
    .trim();
}

if (import.meta.main) await Deno.writeTextFile(PAGE, await limitsPage());
