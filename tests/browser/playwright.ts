/** Pinned here and not in deno.json, whose imports `deno task start` installs. */
export {
  type Browser,
  chromium,
  type ConsoleMessage,
  type Page,
} from "npm:playwright-core@1.65.1";
