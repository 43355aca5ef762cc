import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Theme, THEMES } from "../../views/site/theme.ts";

/** The cookie that keeps the theme chosen by the switch. */
export const THEME_COOKIE = "theme";

/** The theme to answer a request in: the one chosen, else the system's. */
export function themeFor(c: Context): Theme {
  const chosen = getCookie(c, THEME_COOKIE);
  return THEMES.find((theme) => theme === chosen) ?? "system";
}
