/** Pinned here and not in deno.json, whose imports `deno task start` installs. */
export { Validator as OpenApiValidator } from "npm:@seriousme/openapi-schema-validator@2.11.0";
export { Ajv2020 } from "npm:ajv@8.20.0/dist/2020.js";
