import { createOperator } from "../../src/access/operator.ts";
import { createApp } from "../../src/app.ts";
import type { CorrectionStore } from "../../src/corrections/correction_store.ts";
import { made } from "../corrections/made.ts";
import { withStore } from "../corrections/with_store.ts";
import { services } from "./services.ts";

export const TOKEN = "the operator's token".replaceAll(" ", "-");
export const ORIGIN = "http://localhost";

/** What the tests of corrections work with. */
export interface Desk {
  readonly store: CorrectionStore;
  /** Turns the clock of sessions, in milliseconds. */
  readonly wait: (ms: number) => void;
  readonly get: (
    path: string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Sends a form as a browser does that shows a page of ours. */
  readonly post: (
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

interface DeskOptions {
  readonly token?: string | null;
  readonly capacity?: number;
  readonly isRateLimited?: boolean;
}

/** Runs the service with a store of its own. */
export function withDesk(
  use: (desk: Desk) => Promise<void>,
  { token = TOKEN, capacity, isRateLimited = false }: DeskOptions = {},
): Promise<void> {
  return withStore(async (store) => {
    let time = 0;
    const app = createApp({
      ...services,
      corrections: store,
      operator: token === null ? null : createOperator(token, () => time),
      isRateLimited,
    });
    const connection = { remoteAddress: "192.0.2.1" };
    const send = (path: string, init: RequestInit) =>
      Promise.resolve(app.request(ORIGIN + path, init, connection));
    await use({
      store,
      wait: (ms) => void (time += ms),
      get: (path, headers = {}) => send(path, { headers }),
      post: (path, fields, headers = {}) =>
        send(path, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: { Origin: ORIGIN, ...headers },
        }),
    });
  }, capacity);
}

/** The fields of a correction that no other number gives. */
export function fieldsOf(
  number: number,
  digit = "1",
  read = "7",
): Record<string, string> {
  return { pixels: made(number).pixels.toBase64(), digit, read };
}

/** Signs in. @returns What the browser sends from then on. */
export async function signIn({ post }: Desk): Promise<{ Cookie: string }> {
  const response = await post("/session", { token: TOKEN });
  const [cookie = ""] = response.headers.getSetCookie();
  return { Cookie: cookie.split(";")[0]! };
}
