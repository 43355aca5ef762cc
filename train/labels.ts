/**
 * Reads `labels.csv` of a folder of pictures (RFC 4180): a header with the columns `file` and
 * `label`, then a row for each picture. A label is what the picture says, digit for digit, its
 * lines separated by `|`; an empty one means that there is no digit.
 */
export interface Label {
  readonly file: string;
  readonly label: string;
}

export class LabelsError extends Error {
  override name = "LabelsError";
}

const LABEL = /^[0-9|]*$/;

/** @throws {LabelsError} naming the line, what was expected and what was found */
export function parseLabels(csv: string): Label[] {
  const rows = parseCsv(csv.replace(/^\uFEFF/, ""));
  const header = rows[0]?.map((name) => name.trim().toLowerCase()) ?? [];
  const fileColumn = header.indexOf("file");
  const labelColumn = header.indexOf("label");
  if (fileColumn < 0 || labelColumn < 0) {
    throw new LabelsError(
      `line 1: expected a header with file and label, found "${
        header.join(",")
      }"`,
    );
  }
  return rows.slice(1).flatMap((row, index) => {
    if (row.length === 1 && row[0] === "") return [];
    const file = row[fileColumn]?.trim() ?? "";
    const label = row[labelColumn]?.trim() ?? "";
    if (file === "") {
      throw new LabelsError(
        `line ${index + 2}: expected a file name, found none`,
      );
    }
    if (!LABEL.test(label)) {
      throw new LabelsError(
        `line ${index + 2}: expected digits and "|", found "${label}"`,
      );
    }
    return [{ file, label }];
  });
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|\r|$)/g;
  for (const [, raw = "", separator] of text.matchAll(field)) {
    rows.at(-1)!.push(
      raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw,
    );
    if (separator === "") break;
    if (separator !== ",") rows.push([]);
  }
  return rows;
}
