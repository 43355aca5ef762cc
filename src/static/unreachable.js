/**
 * Says so when a request gets no answer at all, which htmx tells by
 * `htmx:error`: what was read before does not hold for what is drawn now.
 */
import { showInstead } from "./result.js";

document.addEventListener("htmx:error", () => showInstead("unreachable"));
