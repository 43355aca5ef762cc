/**
 * Has this device read where the server is out of reach, and says so: fetches
 * the service worker (`/offline.js`) once the page has nothing else to do.
 */

const connection = document.getElementById("connection");
const workers = navigator.serviceWorker;

/** Whether the answer that is shown was given by this device. */
let isReadHere = false;

function show() {
  const isOffline = !navigator.onLine || isReadHere;
  const text = isOffline && workers?.controller
    ? connection.dataset.offline
    : "";
  // Screen readers speak it again whenever it is set.
  if (connection.textContent !== text) connection.textContent = text;
}

/** Where there is none, as with plain HTTP, the page does without. */
async function register() {
  try {
    await workers?.register("/offline.js");
  } catch {
    // A worker that cannot be had now is asked for on the next visit.
  }
}

document.addEventListener("htmx:after:swap", () => {
  isReadHere = document.querySelector("#result [data-offline]") !== null;
  show();
});
addEventListener("offline", show);
addEventListener("online", () => {
  isReadHere = false;
  show();
});
workers?.addEventListener("controllerchange", show);
show();

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
if (document.readyState === "complete") whenIdle(register);
else addEventListener("load", () => whenIdle(register));
