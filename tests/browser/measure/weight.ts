import type { Page } from "../playwright.ts";

/** What a first visit brings over the network, in bytes, headers included. */
export interface Weight {
  readonly requests: number;
  readonly page: number;
  readonly scripts: number;
}

/** Loads a page with an empty cache, as it comes over the network. */
export async function measureWeight(page: Page, url: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  const sizes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(url, { waitUntil: "networkidle" });
  await session.detach();
  const sum = (ids: Iterable<string>) =>
    [...ids].reduce((bytes, id) => bytes + (sizes.get(id) ?? 0), 0);
  return {
    requests: sizes.size,
    page: sum(sizes.keys()),
    scripts: sum(scripts),
  };
}
