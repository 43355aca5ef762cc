import type { Translated } from "./language.ts";

/** The pages for whoever runs the service. */
export interface OperatorWords {
  readonly title: string;
  /** Beside the name of the site. */
  readonly tagline: string;
  readonly signIn: string;
  readonly token: string;
  /** Where the token is from. */
  readonly tokenHint: string;
  readonly wrongToken: string;
  readonly signOut: string;
  /** How many corrections there are. */
  readonly found: (count: number) => string;
  readonly nothing: string;
  readonly filter: string;
  readonly right: string;
  readonly read: string;
  readonly any: string;
  readonly noDigit: string;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly showAll: string;
  readonly export: string;
  readonly pictures: string;
  readonly idx: string;
  /** Of one in the list: "read 1, right 7". */
  readonly describe: (read: string, right: string) => string;
  readonly deleteSelected: string;
  readonly deleteAll: (count: number) => string;
  readonly deleteTitle: string;
  readonly deleteQuestion: (count: number) => string;
  readonly deleteForEver: string;
  readonly delete: string;
  readonly cancel: string;
  readonly deleted: (count: number) => string;
  readonly pages: string;
  readonly page: (page: number, pages: number) => string;
  readonly newer: string;
  readonly older: string;
}

export const operator: Translated<OperatorWords> = {
  en: {
    title: "Corrections",
    tagline: "For whoever runs this service.",
    signIn: "Sign in",
    token: "Token of the operator",
    tokenHint: "The one that the service was started with, in ADMIN_TOKEN.",
    wrongToken: "This is not the token.",
    signOut: "Sign out",
    found: (count) => `Found: ${count}`,
    nothing: "There are no corrections like this.",
    filter: "Which ones",
    right: "Right",
    read: "Read",
    any: "any",
    noDigit: "no digit",
    from: "From",
    to: "To",
    apply: "Show",
    showAll: "Show all",
    export: "Download these",
    pictures: "Pictures with labels.csv",
    idx: "IDX, as MNIST is",
    describe: (read, right) => `read ${read}, right: ${right}`,
    deleteSelected: "Delete those ticked",
    deleteAll: (count) => `Delete all of these (${count})`,
    deleteTitle: "Delete corrections",
    deleteQuestion: (count) => `Corrections to delete: ${count}`,
    deleteForEver: "They cannot be brought back.",
    delete: "Delete",
    cancel: "Cancel",
    deleted: (count) => `Deleted: ${count}`,
    pages: "Pages",
    page: (page, pages) => `Page ${page} of ${pages}`,
    newer: "Newer",
    older: "Older",
  },
  ru: {
    title: "Исправления",
    tagline: "Для владельца сервиса.",
    signIn: "Войти",
    token: "Ключ владельца",
    tokenHint: "Тот, с которым запущен сервис: ADMIN_TOKEN.",
    wrongToken: "Это не тот ключ.",
    signOut: "Выйти",
    found: (count) => `Найдено: ${count}`,
    nothing: "Таких исправлений нет.",
    filter: "Какие",
    right: "Верно",
    read: "Прочитано",
    any: "любое",
    noDigit: "не цифра",
    from: "С",
    to: "По",
    apply: "Показать",
    showAll: "Показать все",
    export: "Скачать их",
    pictures: "Картинки и labels.csv",
    idx: "IDX, как MNIST",
    describe: (read, right) => `прочитано: ${read}, верно: ${right}`,
    deleteSelected: "Удалить отмеченные",
    deleteAll: (count) => `Удалить все эти (${count})`,
    deleteTitle: "Удаление исправлений",
    deleteQuestion: (count) => `Будет удалено исправлений: ${count}`,
    deleteForEver: "Вернуть их будет нельзя.",
    delete: "Удалить",
    cancel: "Отмена",
    deleted: (count) => `Удалено: ${count}`,
    pages: "Страницы",
    page: (page, pages) => `Страница ${page} из ${pages}`,
    newer: "Новее",
    older: "Старее",
  },
};
