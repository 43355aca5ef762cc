/**
 * What was read in this visit, oldest first. It stays in this tab: nothing of it
 * is sent.
 *
 * @typedef {object} Entry
 * @property {string} text that was read
 * @property {string} shape class of the text, by its length
 * @property {string} picture data URL
 * @property {number[][]} [strokes] packed; of what was written on the sheet
 */

const KEY = "inkling.history";
const MAX_ENTRIES = 24;
/** Characters of all entries; browsers keep about five million a site. */
const MAX_CHARACTERS = 2 ** 20;

/** @returns {Entry[]} */
export function keptEntries() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/**
 * The entries with another one, which takes the place of one that looks the same.
 *
 * @param {readonly Entry[]} entries
 * @param {Entry} entry
 */
export function withEntry(entries, entry) {
  const others = entries.filter(({ picture }) => picture !== entry.picture);
  const all = [...others, entry].slice(-MAX_ENTRIES);
  while (all.length > 1 && JSON.stringify(all).length > MAX_CHARACTERS) {
    all.shift();
  }
  return all;
}

/** @param {readonly Entry[]} entries */
export function keepEntries(entries) {
  try {
    if (entries.length === 0) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Storage is full or forbidden: they are on the page all the same.
  }
}
