import type { Translated } from "./language.ts";
import type { Message } from "./result.ts";

/** What a person is told to have gone wrong. */
export type ProblemReason =
  | "unknown-format"
  | "broken-picture"
  | "too-many-pixels"
  | "too-slow"
  | "no-file"
  | "too-many-bytes"
  | "malformed-request"
  | "unauthorized"
  | "foreign"
  | "too-often"
  | "no-room"
  | "no-store"
  | "busy"
  | "not-found"
  | "not-allowed"
  | "failed";

/** Why there is no answer. */
export interface ProblemWords {
  readonly told: Readonly<Record<ProblemReason, Message>>;
  /** The note on a file of a format that is known by name, as "HEIC". */
  readonly namedFormat: (format: string) => string;
  /** What the page says by itself when the server does not answer. */
  readonly unreachable: Message;
}

const UNREAD_EN = "It could not be read";
const UNREAD_RU = "Не удалось прочитать";

export const problem: Translated<ProblemWords> = {
  en: {
    told: {
      "unknown-format": {
        verdict: UNREAD_EN,
        note: "This file is no PNG, JPEG, GIF or WebP.",
      },
      "broken-picture": {
        verdict: UNREAD_EN,
        note:
          "The file is damaged or incomplete. Save it anew, or take another.",
      },
      "too-many-pixels": {
        verdict: UNREAD_EN,
        note: "The picture has too many pixels. Make it smaller, or crop it.",
      },
      "too-slow": {
        verdict: "Too much to read",
        note: "The picture takes too long to read. Crop it to its number.",
      },
      "no-file": {
        verdict: UNREAD_EN,
        note: "The file is empty, or none was chosen.",
      },
      "too-many-bytes": {
        verdict: UNREAD_EN,
        note: "The file is larger than 10 MiB. Make it smaller, or crop it.",
      },
      "malformed-request": {
        verdict: UNREAD_EN,
        note: "The request did not arrive as expected. Try once more.",
      },
      "unauthorized": {
        verdict: "For the operator only",
        note: "Sign in with the token of this server.",
      },
      "foreign": {
        verdict: "Not accepted",
        note: "The answer has to come from this page. Reload it.",
      },
      "too-often": {
        verdict: "Too many at once",
        note: "Try again in a minute.",
      },
      "no-room": {
        verdict: "Not stored",
        note: "There is no room for more at present.",
      },
      "no-store": {
        verdict: "Not now",
        note:
          "Corrections cannot be reached at present. Try again in a minute.",
      },
      "busy": {
        verdict: "Too busy just now",
        note: "Many pictures are being read. Try again in a moment.",
      },
      "not-found": {
        verdict: "No such page",
        note: "There is nothing at this address.",
      },
      "not-allowed": {
        verdict: "Not this way",
        note:
          "There is something at this address, but it is not a page to open.",
      },
      "failed": {
        verdict: "The server failed",
        note: "This should not happen, and has been noted. Try once more.",
      },
    },
    namedFormat: (format) =>
      `This file is ${format}. Inkling reads PNG, JPEG, GIF and WebP.`,
    unreachable: {
      verdict: "No answer",
      note:
        "The server cannot be reached. Your drawing is still here: write on to try again.",
    },
  },
  ru: {
    told: {
      "unknown-format": {
        verdict: UNREAD_RU,
        note: "Этот файл не PNG, JPEG, GIF или WebP.",
      },
      "broken-picture": {
        verdict: UNREAD_RU,
        note:
          "Файл повреждён или неполон. Сохраните его заново или возьмите другой.",
      },
      "too-many-pixels": {
        verdict: UNREAD_RU,
        note: "В картинке слишком много пикселей. Уменьшите её или обрежьте.",
      },
      "too-slow": {
        verdict: "Слишком много всего",
        note:
          "Эта картинка читается слишком долго. Обрежьте её до нужного числа.",
      },
      "no-file": {
        verdict: UNREAD_RU,
        note: "Файл пуст или не выбран.",
      },
      "too-many-bytes": {
        verdict: UNREAD_RU,
        note: "Файл больше 10 МиБ. Уменьшите картинку или обрежьте её.",
      },
      "malformed-request": {
        verdict: UNREAD_RU,
        note: "Запрос пришёл не таким, как ожидалось. Попробуйте ещё раз.",
      },
      "unauthorized": {
        verdict: "Только для владельца",
        note: "Войдите с токеном этого сервера.",
      },
      "foreign": {
        verdict: "Не принято",
        note: "Ответ нужно отправить с этой страницы. Обновите её.",
      },
      "too-often": {
        verdict: "Слишком много за раз",
        note: "Попробуйте через минуту.",
      },
      "no-room": {
        verdict: "Не сохранено",
        note: "Пока больше нет места.",
      },
      "no-store": {
        verdict: "Не сейчас",
        note: "Исправления пока недоступны. Попробуйте через минуту.",
      },
      "busy": {
        verdict: "Сервер сейчас занят",
        note: "Читается много картинок. Попробуйте через пару секунд.",
      },
      "not-found": {
        verdict: "Такой страницы нет",
        note: "По этому адресу ничего нет.",
      },
      "not-allowed": {
        verdict: "Так не открыть",
        note: "По этому адресу что-то есть, но это не страница.",
      },
      "failed": {
        verdict: "Сбой на сервере",
        note: "Такого быть не должно; сбой записан. Попробуйте ещё раз.",
      },
    },
    namedFormat: (format) =>
      `Это файл ${format}, а Inkling читает PNG, JPEG, GIF и WebP.`,
    unreachable: {
      verdict: "Нет ответа",
      note:
        "Сервер недоступен. Рисунок остался: пишите дальше или попробуйте чуть позже.",
    },
  },
};
