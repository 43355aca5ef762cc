/**
 * Copies code where the browser lets a page do so, which it does where it is
 * sure of the server.
 */

/** Milliseconds that a button says that it has copied. */
const SAID = 2000;

function offer(button) {
  const { textContent: label, dataset } = button;
  const code = button.parentElement.querySelector("code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch (error) {
      // Not allowed: the code can still be selected.
      if (!(error instanceof DOMException)) throw error;
      return;
    }
    button.textContent = dataset.copied;
    setTimeout(() => button.textContent = label, SAID);
  });
}

if (navigator.clipboard) {
  document.querySelectorAll(".copy").forEach(offer);
}
