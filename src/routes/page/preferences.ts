import { type Context, Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { THEMES } from "../../views/site/theme.ts";
import { LANGUAGES } from "../../views/words/language.ts";
import { receiveForm } from "../bodies/receive_form.ts";
import { RequestError } from "../problems/request_error.ts";
import { sameOrigin } from "../requests/same_origin.ts";
import { ownAddress } from "./own_address.ts";
import { THEME_COOKIE } from "./theme.ts";
import { LANGUAGE_COOKIE } from "./words.ts";

const ONE_YEAR = 365 * 24 * 60 * 60;

/**
 * `POST /preferences`: keeps a language or a theme in a cookie, and leads back
 * to the address in `path`. Whoever never presses a switch gets no cookie.
 */
export function preferencesRoute(): Hono {
  return new Hono().post("/preferences", sameOrigin(), async (c) => {
    const form = await receiveForm(c.req.raw);
    keep(c, LANGUAGE_COOKIE, choose(form, "language", LANGUAGES));
    keep(c, THEME_COOKIE, choose(form, "theme", THEMES));
    return c.redirect(ownAddress(form.get("path") ?? "/") ?? "/", 303);
  });
}

/** The choice in a field; null where the form has no such field. */
function choose<Choice extends string>(
  form: URLSearchParams,
  field: string,
  choices: readonly Choice[],
): Choice | null {
  const value = form.get(field);
  const choice = choices.find((choice) => choice === value) ?? null;
  if (value === null || choice !== null) return choice;
  throw new RequestError(
    "malformed",
    `Expected one of ${
      choices.join(", ")
    } in the form field "${field}"; found ${
      JSON.stringify(value.slice(0, 80))
    }.`,
  );
}

function keep(c: Context, cookie: string, choice: string | null): void {
  if (choice === null) return;
  // Without a cookie the system decides.
  if (choice === "system") {
    deleteCookie(c, cookie, { path: "/" });
  } else {
    setCookie(c, cookie, choice, {
      path: "/",
      maxAge: ONE_YEAR,
      sameSite: "Lax",
      httpOnly: true,
    });
  }
}
