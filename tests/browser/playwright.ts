/** Pinned here and not in deno.json, whose imports `deno task start` installs. */
export {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
} from "npm:playwright-core@1.65.1";
