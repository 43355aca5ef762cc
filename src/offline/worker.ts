/**
 * The service worker: lets the page read where there is no network. The
 * network's answers come first. What is here only fills in for them, and does
 * so by the server's own routes, engine and views.
 */
import { answersOffline } from "./app.ts";
import { createDevice } from "./device.ts";
import type { Kept } from "./kept.ts";
import { networkFirst } from "./network_first.ts";
import type { FetchEvent, WorkerScope } from "./scope.ts";
import { isWhole, openStore } from "./store.ts";

/** Written in front of this script by the server (`src/routes/page/offline.ts`). */
declare const KEPT: Kept;

const worker = globalThis as unknown as WorkerScope;
const store = openStore(KEPT);
const device = createDevice(KEPT, store);

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return;
  const isPage = mode === "navigate" && KEPT.pages.includes(pathname);
  if (method === "GET" && (isPage || KEPT.files.includes(pathname))) {
    event.respondWith(fetchKept(event, pathname));
  } else if (answersOffline(method, pathname)) {
    event.respondWith(ask(event));
  }
});

async function install(): Promise<void> {
  await store.fill();
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  await store.dropOthers();
  await worker.clients.claim();
}

/** A page or file from the network, which is kept, or as it was kept. */
function fetchKept(event: FetchEvent, path: string): Promise<Response> {
  const network = fetch(event.request).then((answer) => {
    if (isWhole(answer)) event.waitUntil(store.keep(path, answer.clone()));
    return answer;
  });
  const device = async () => await store.find(path) ?? null;
  return networkFirst({ network, device });
}

/** An answer of the server, or of this device. */
function ask({ request }: FetchEvent): Promise<Response> {
  const copy = request.clone();
  return networkFirst({
    network: fetch(request),
    // Who asks no more, as the next stroke was drawn, needs no answer.
    device: async () =>
      request.signal.aborted ? null : await device.answer(copy),
  });
}
