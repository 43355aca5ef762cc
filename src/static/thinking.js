/**
 * What a person has opened under one answer stays open under the next, and
 * under every digit of it: answers come new from the server, all closed.
 */
const opened = new Set(
  [...document.querySelectorAll(".insight[open]")].map(kind),
);

/**
 * @param {Element} insight
 * @returns {string} what of an answer it opens
 */
function kind(insight) {
  return insight.classList.contains("growth") ? "growth" : "thinking";
}

document.addEventListener("click", ({ target }) => {
  const insight = target.closest?.("summary")?.closest(".insight");
  if (!insight) return;
  // The click has not done its work yet.
  if (insight.open) opened.delete(kind(insight));
  else opened.add(kind(insight));
});

function agree() {
  for (const insight of document.querySelectorAll("details.insight")) {
    const isOpen = opened.has(kind(insight));
    // Setting what is so already would be seen as a change, without end.
    if (insight.open !== isOpen) insight.open = isOpen;
  }
}

new MutationObserver(agree).observe(document.querySelector(".desk"), {
  attributeFilter: ["open"],
  childList: true,
  subtree: true,
});
