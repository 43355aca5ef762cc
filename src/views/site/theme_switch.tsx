import { type Theme, THEMES } from "./theme.ts";
import type { SiteWords } from "../words/site.ts";

interface ThemeSwitchProps {
  /** Where to come back to. */
  readonly address: string;
  readonly theme: Theme;
  readonly words: SiteWords;
}

/**
 * A button for each theme. `theme.js` changes it in place, since a page that
 * comes anew has lost what was written.
 */
export function ThemeSwitch({ address, theme, words }: ThemeSwitchProps) {
  return (
    <form
      id="theme"
      class="switch"
      action="/preferences"
      method="post"
      aria-label={words.theme}
    >
      <input type="hidden" name="path" value={address} />
      {THEMES.map((one) => (
        <button
          type="submit"
          name="theme"
          value={one}
          title={words.themes[one]}
          aria-label={words.themes[one]}
          aria-pressed={one === theme ? "true" : "false"}
        >
          <Icon theme={one} />
        </button>
      ))}
    </form>
  );
}

/** A circle half filled, a sun, a moon. */
function Icon({ theme }: { readonly theme: Theme }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      {theme === "system" && (
        <>
          <circle cx="10" cy="10" r="6.5" />
          <path class="solid" d="M10 3.5a6.5 6.5 0 0 1 0 13z" />
        </>
      )}
      {theme === "light" && (
        <>
          <circle cx="10" cy="10" r="3.5" />
          <path d="M10 1.5v2m0 13v2M1.5 10h2m13 0h2M4 4l1.4 1.4m9.2 9.2L16 16M4 16l1.4-1.4m9.2-9.2L16 4" />
        </>
      )}
      {theme === "dark" && (
        <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
      )}
    </svg>
  );
}
