import { LANGUAGE_NAMES, LANGUAGES } from "../words/language.ts";
import type { Words } from "../words/words.ts";

interface LanguageSwitchProps {
  /** Where to come back to. */
  readonly address: string;
  readonly words: Words;
}

/** A button for each language; the page comes anew in the one that is pressed. */
export function LanguageSwitch({ address, words }: LanguageSwitchProps) {
  return (
    <form
      class="switch"
      action="/preferences"
      method="post"
      aria-label={words.site.language}
    >
      <input type="hidden" name="path" value={address} />
      {LANGUAGES.map((language) => (
        <button
          type="submit"
          name="language"
          value={language}
          lang={language}
          title={LANGUAGE_NAMES[language]}
          aria-pressed={language === words.language ? "true" : "false"}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </form>
  );
}
