/** htmx asks for the part of the page it swaps, a plain form for all of it. */
export function isFragment(request: Request): boolean {
  return request.headers.get("HX-Request") === "true";
}
