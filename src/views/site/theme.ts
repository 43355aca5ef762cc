/** How the pages are lit; `system` leaves it to the reader's system. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = typeof THEMES[number];
