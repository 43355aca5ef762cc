/**
 * Changes the theme in place: a page that comes anew has lost what was written.
 * The server keeps the choice for the pages to come.
 */
const form = document.getElementById("theme");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const pressed = event.submitter;
  document.documentElement.dataset.theme = pressed.value;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === pressed));
  }
  keep(new FormData(form, pressed));
});

/** Out of reach of the server, the choice holds for as long as the page. */
async function keep(choice) {
  const { action, method } = form;
  const body = new URLSearchParams(choice);
  try {
    // Where the answer leads to is this page.
    await fetch(action, { method, body, redirect: "manual" });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
