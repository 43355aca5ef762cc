import type { Translated } from "./language.ts";

/** What the page says of the API; the reference itself is in English. */
export interface DocsWords {
  readonly title: string;
  readonly description: string;
  readonly tagline: string;
  readonly heading: string;
  readonly lead: string;
  readonly examples: Section;
  /** Of a button, and once it was pressed. */
  readonly copy: string;
  readonly copied: string;
  readonly problems: Section;
  readonly problemNotes: readonly string[];
  readonly reference: Section;
  readonly document: string;
  readonly body: string;
  readonly answers: string;
  readonly otherwise: string;
  readonly optional: string;
  readonly or: string;
  readonly schemas: Section;
}

interface Section {
  readonly heading: string;
  readonly lead: string;
}

export const docs: Translated<DocsWords> = {
  en: {
    title: "The API - Inkling",
    description:
      "How programs have pictures of digits read by Inkling: one, several at once, or the network alone.",
    tagline: "for programs",
    heading: "Ask it from a program",
    lead:
      "Send a picture, get JSON. Send several, and each is answered as soon as it is read. Or ask the network alone, by the Open Inference Protocol that KServe and Triton speak.",
    examples: {
      heading: "Examples",
      lead:
        "Each one reads a picture, then two at once, then asks the network alone. They run as they stand.",
    },
    copy: "Copy",
    copied: "Copied",
    problems: {
      heading: "When it goes wrong",
      lead:
        "Every answer that is none says what was expected and what came instead, and names the field.",
    },
    problemNotes: [
      "Problems are application/problem+json, as RFC 9457 has it; addresses under /v2 answer as their protocol does, with a field “error”.",
      "Of several pictures, one that cannot be read has its problem in its line, and the others are read all the same.",
      "Where the server has too much to do, it answers 503 and says in Retry-After how many seconds to wait.",
    ],
    reference: {
      heading: "Reference",
      lead:
        "Made of the OpenAPI document, which in turn is made of what requests are checked by.",
    },
    document: "The document itself",
    body: "Takes",
    answers: "Answers",
    otherwise: "else",
    optional: "optional",
    or: "or",
    schemas: {
      heading: "What the JSON holds",
      lead: "Every field is always there, but for those called optional.",
    },
  },
  ru: {
    title: "API - Inkling",
    description:
      "Как программам читать картинки с цифрами через Inkling: одну, сразу несколько или только нейросетью.",
    tagline: "для программ",
    heading: "Спросите из программы",
    lead:
      "Отправьте картинку — придёт JSON. Отправьте несколько — ответ на каждую придёт, как только она прочитана. А можно спросить одну только нейросеть по протоколу Open Inference Protocol, на котором говорят KServe и Triton.",
    examples: {
      heading: "Примеры",
      lead:
        "Каждый читает одну картинку, потом две сразу, потом спрашивает одну нейросеть. Работают как есть.",
    },
    copy: "Скопировать",
    copied: "Скопировано",
    problems: {
      heading: "Если что-то не так",
      lead:
        "Любой отказ называет поле и говорит, что ожидалось и что пришло вместо этого.",
    },
    problemNotes: [
      "Отказы приходят как application/problem+json по RFC 9457; адреса, начинающиеся с /v2, отвечают так, как велит их протокол, — полем «error».",
      "Если из нескольких картинок какую-то прочитать нельзя, причина стоит в её строке, а остальные всё равно будут прочитаны.",
      "Когда у сервера слишком много работы, он отвечает 503 и в заголовке Retry-After сообщает, сколько секунд подождать.",
    ],
    reference: {
      heading: "Справочник",
      lead:
        "Составлен по документу OpenAPI, а тот — по схемам, которыми проверяются запросы. Описания — на английском.",
    },
    document: "Сам документ",
    body: "Принимает",
    answers: "Отвечает",
    otherwise: "иначе",
    optional: "необязательно",
    or: "или",
    schemas: {
      heading: "Что внутри JSON",
      lead: "Все поля есть всегда, кроме отмеченных как необязательные.",
    },
  },
};
