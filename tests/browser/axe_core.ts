/** Pinned here and not in deno.json, whose imports `deno task start` installs. */
export { default as axe } from "npm:axe-core@4.14.1/axe.min.js" with {
  type: "text",
};
