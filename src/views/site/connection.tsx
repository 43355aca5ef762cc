import type { OfflineWords } from "../words/offline.ts";

/**
 * Where `online.js` says that the server is out of reach. It is there from the
 * start, since screen readers speak what changes in it.
 */
export function Connection({ words }: { readonly words: OfflineWords }) {
  return (
    <p
      id="connection"
      class="connection"
      role="status"
      data-offline={words.connection}
    >
    </p>
  );
}
