import type { Translated } from "./language.ts";
import type { Message } from "./result.ts";

/** What was read in this visit. */
export interface HistoryWords {
  readonly title: string;
  /** While there is nothing yet. */
  readonly none: string;
  readonly forget: string;
  /** Where it is kept, and how long. */
  readonly privacy: string;
  /** Of a button, before what was read. */
  readonly recall: string;
  /** The answer to a picture of which only a thumbnail is left. */
  readonly recalled: Message;
  /** What the thumbnail is, for who does not see it. */
  readonly thumbnail: string;
}

export const history: Translated<HistoryWords> = {
  en: {
    title: "This visit",
    none: "What you clear, and pictures that were read, can be had back here.",
    forget: "Forget all",
    privacy: "Kept in this tab only, until you close it.",
    recall: "Bring back",
    recalled: {
      verdict: "Read earlier",
      note: "Of the picture only this small copy was kept.",
    },
    thumbnail: "The picture that was read",
  },
  ru: {
    title: "За этот визит",
    none: "Отсюда можно вернуть то, что стёрто, и прочитанные картинки.",
    forget: "Забыть всё",
    privacy: "Хранится только в этой вкладке, пока она открыта.",
    recall: "Вернуть",
    recalled: {
      verdict: "Прочитано раньше",
      note: "От картинки осталась только эта маленькая копия.",
    },
    thumbnail: "Прочитанная картинка",
  },
};
