import { Hono } from "hono";
import { answerProblems } from "../routes/answer_problems.ts";
import { markOffline } from "../routes/offline_note.ts";
import { readRoute } from "../routes/read.tsx";
import type { Services } from "../routes/services.ts";
import { detectLanguage } from "../routes/words.ts";

/** What a device has of what the server works with. */
export type OfflineServices = Pick<
  Services,
  "decode" | "recognizer" | "corrections" | "log"
>;

/** The routes that a device answers itself, by `POST` to their paths. */
const ROUTES: Readonly<Record<string, (services: OfflineServices) => Hono>> = {
  "/read": readRoute,
};

/** Whether the app below has an answer to a request. */
export function answersOffline(method: string, path: string): boolean {
  return method === "POST" && Object.hasOwn(ROUTES, path);
}

/** The web service of a device without its server: the server's own routes. */
export function createOfflineApp(services: OfflineServices): Hono {
  const app = new Hono();
  app.use(detectLanguage(), markOffline());
  for (const route of Object.values(ROUTES)) app.route("/", route(services));
  answerProblems(app, services.log);
  return app;
}
