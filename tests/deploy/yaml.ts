/** YAML 1.2, which only the tests of deploy/ read. */
export { parse, parseAllDocuments } from "npm:yaml@2.9.1";
