import { type Context, Hono } from "hono";
import { createRateLimiter, UNLIMITED } from "../../access/rate_limiter.ts";
import type { CorrectionStore } from "../../corrections/correction_store.ts";
import { exportFiles, type ExportFormat } from "../../corrections/export.ts";
import { correctionListPage } from "../../views/corrections/correction_list_page.tsx";
import { zip } from "../../zip.ts";
import type { Connection } from "../../http/connection.ts";
import { optional, readFilter, readWhole } from "./correction_fields.ts";
import { deleteCorrections } from "./delete_corrections.tsx";
import { listed } from "./listed_corrections.ts";
import { sameOrigin } from "../requests/same_origin.ts";
import type { Services } from "../services.ts";
import {
  isSignedIn,
  requireOperator,
  sessionRoute,
  SIGN_IN_RATE,
} from "./session.tsx";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/** Corrections on a page: 800 bytes each. */
const PAGE_SIZE = 40;

/**
 * What the operator may do with what is stored: see it at `GET /corrections`,
 * take it along, delete it. There is none of it where there is no operator.
 */
export function operatorRoute(
  { corrections, operator, isRateLimited }: Services,
) {
  const app = new Hono<{ Bindings: Connection }>();
  if (!corrections) return app;
  if (!operator) {
    // Corrections are sent there, so that it would be a 405.
    return app.get("/corrections", (c) => c.notFound());
  }
  const limiter = isRateLimited ? createRateLimiter(SIGN_IN_RATE) : UNLIMITED;
  const guard = requireOperator(operator, limiter);
  app.route("/", sessionRoute(operator, limiter));
  app.get(
    "/corrections",
    guard,
    async (c) => listPage(c, corrections, await isSignedIn(c, operator)),
  );
  app.get(
    "/corrections/pictures.zip",
    guard,
    (c) => exportZip(c, corrections, "pictures"),
  );
  app.get(
    "/corrections/idx.zip",
    guard,
    (c) => exportZip(c, corrections, "idx"),
  );
  app.post(
    "/corrections/delete",
    sameOrigin(),
    guard,
    async (c) =>
      deleteCorrections(c, corrections, await isSignedIn(c, operator)),
  );
  return app;
}

async function listPage(
  c: Context,
  corrections: CorrectionStore,
  isSignedIn: boolean,
) {
  const { searchParams: fields, search: query } = new URL(c.req.url);
  const filter = readFilter(fields);
  const count = await corrections.count(filter);
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const asked = optional(fields, "page", readWhole) ?? 1;
  // What was the last page may be gone.
  const page = Math.min(Math.max(1, asked), pages);
  const slice = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const found = await corrections.list(filter, slice);
  return c.html(correctionListPage({
    filter,
    query,
    corrections: found.map(listed),
    count,
    page,
    pages,
    deleted: optional(fields, "deleted", readWhole) ?? null,
    isSignedIn,
    words: wordsFor(c),
    theme: themeFor(c),
  }));
}

/** Sends the archive while it is made. */
function exportZip(
  c: Context,
  corrections: CorrectionStore,
  format: ExportFormat,
): Response {
  const filter = readFilter(new URL(c.req.url).searchParams);
  const files = exportFiles(corrections.iterate(filter), format);
  c.header("Content-Type", "application/zip");
  c.header(
    "Content-Disposition",
    `attachment; filename="corrections-${format}.zip"`,
  );
  return c.body(ReadableStream.from(zip(files, new Date())));
}
