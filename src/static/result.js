/**
 * Puts one of the page's templates in place of the result. The element itself
 * stays, since htmx and screen readers hold on to it.
 *
 * @param {string} id of the template, which holds one whole result
 * @param {(fresh: HTMLElement) => void} [fill] completes the copy of it
 */
export function showInstead(id, fill) {
  const template = document.getElementById(id);
  const fresh = template.content.firstElementChild.cloneNode(true);
  fill?.(fresh);
  const result = document.getElementById("result");
  result.dataset.text = fresh.dataset.text;
  result.className = fresh.className;
  result.replaceChildren(...fresh.childNodes);
}
