import { type Context, Hono } from "hono";
import {
  createRateLimiter,
  type Rate,
  UNLIMITED,
} from "../../access/rate_limiter.ts";
import { createReceipts } from "../../access/receipts.ts";
import { CorrectionAnswer } from "../../views/corrections/correction_answer.tsx";
import { correctionPage } from "../../views/corrections/correction_page.tsx";
import type { Connection } from "../../http/connection.ts";
import { clientAddress } from "../requests/client_address.ts";
import { readCorrection } from "./correction_fields.ts";
import { isFragment } from "../page/is_fragment.ts";
import { receiveForm } from "../bodies/receive_form.ts";
import { RequestError } from "../problems/request_error.ts";
import { sameOrigin } from "../requests/same_origin.ts";
import type { Services } from "../services.ts";
import { themeFor } from "../page/theme.ts";
import { wordsFor } from "../page/words.ts";

/**
 * Corrections of one client: all digits of a picture at once, then two a
 * minute, so that it takes one client three weeks to fill the store.
 */
const RATE: Rate = { burst: 40, interval: 30_000 };

/**
 * `POST /corrections` stores what somebody says of a reading, and
 * `POST /corrections/undo` takes it back for whoever holds the receipt.
 */
export function correctRoute({ corrections, isRateLimited }: Services) {
  const app = new Hono<{ Bindings: Connection }>();
  if (!corrections) return app;
  const limiter = isRateLimited ? createRateLimiter(RATE) : UNLIMITED;
  const receipts = createReceipts(corrections.secret);

  app.post("/corrections", sameOrigin(), async (c) => {
    limiter.take(clientAddress(c));
    const fields = await receiveForm(c.req.raw);
    const { id, isNew } = await corrections.add(
      readCorrection(fields, new Date()),
    );
    const state = isNew ? "stored" : "known";
    return answer(c, state, isNew ? receipts.issue(id) : null);
  });

  app.post("/corrections/undo", sameOrigin(), async (c) => {
    const fields = await receiveForm(c.req.raw);
    const id = receipts.check(fields.get("receipt") ?? "");
    if (id === null) {
      throw new RequestError(
        "malformed",
        "It cannot be taken back any more: the server has been restarted since.",
      );
    }
    await corrections.delete([id]);
    return answer(c, "undone", null);
  });

  return app;
}

function answer(
  c: Context,
  state: "stored" | "known" | "undone",
  receipt: string | null,
): Response | Promise<Response> {
  const words = wordsFor(c);
  const told = (
    <CorrectionAnswer
      state={state}
      receipt={receipt}
      words={words.corrections}
    />
  );
  c.header("Cache-Control", "no-store");
  if (isFragment(c.req.raw)) return c.html(told);
  return c.html(correctionPage({ children: told, words, theme: themeFor(c) }));
}
