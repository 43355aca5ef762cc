import { Hono } from "hono";
import { Blank } from "../views/blank.tsx";
import { page } from "../views/page.tsx";

/** `GET /`: the page, with nothing read yet. */
export function homeRoute(): Hono {
  return new Hono().get("/", (c) => c.html(page({ result: <Blank /> })));
}
