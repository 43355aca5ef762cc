import type { ReliabilityBin } from "../../../model_report.ts";
import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralEn, pluralRu } from "../plural.ts";

/** Whether it knows when it does not know. Shares are in 0..1. */
export interface ConfidenceWords {
  readonly heading: string;
  readonly lead: string;
  readonly reliability: ReliabilityWords;
  readonly risk: RiskWords;
  readonly refusal: RefusalWords;
}

export interface ReliabilityWords {
  readonly title: string;
  /** @param error Expected calibration error; undefined where unknown. */
  readonly note: (error: number | undefined) => string;
  /** The chart, spoken. */
  readonly alternative: (bins: readonly ReliabilityBin[]) => string;
  readonly confidence: string;
  readonly right: string;
  readonly bin: (bin: ReliabilityBin) => string;
}

export interface RiskWords {
  readonly title: string;
  /**
   * @param doubtless Share answered without a mistake, the surest first.
   * @param all Share misread of all.
   */
  readonly note: (doubtless: number, all: number) => string;
  /** The chart, spoken: the share misread among the surest, and of all. */
  readonly alternative: (surest: number, all: number) => string;
  readonly answered: string;
  readonly misread: string;
}

export interface RefusalWords {
  readonly title: string;
  readonly note: (nonDigits: number, digits: number) => string;
  /** The chart, spoken. */
  readonly alternative: (nonDigits: number, digits: number) => string;
  readonly chosen: (nonDigits: number, digits: number) => string;
  readonly digits: string;
  readonly nonDigits: string;
}

const en = figures.en;
const ru = figures.ru;

const chosenEn = (nonDigits: number, digits: number) =>
  `${en.share(nonDigits, 1)} of non-digits refused, and ${
    en.share(digits, 1)
  } of digits`;
const chosenRu = (nonDigits: number, digits: number) =>
  `отвергнуто ${ru.share(nonDigits, 1)} нецифр и ${ru.share(digits, 1)} цифр`;

export const confidence: Translated<ConfidenceWords> = {
  en: {
    heading: "Confidence and refusal",
    lead:
      "A reading comes with how sure it is, and may be refused. Both are worth only as much as they can be trusted.",
    reliability: {
      title: "Does it mean what it says?",
      note: (error) =>
        "Answers by their confidence; the larger a dot, the more there are. On the dashed line, 90% sure is right nine times in ten." +
        (error === undefined
          ? ""
          : ` In the mean it is off by ${
            en.share(error)
          } (expected calibration error).`),
      alternative: (bins) =>
        `Share read right by confidence: ${
          bins.map(({ confidence, accuracy }) =>
            `${en.share(accuracy, 0)} at ${en.share(confidence, 0)}`
          ).join(", ")
        }.`,
      confidence: "Confidence",
      right: "Read right",
      bin: ({ from, to, count, accuracy }) =>
        `Confidence ${en.share(from, 0)} to ${en.share(to, 0)}: ${
          en.whole(count)
        } ${pluralEn(count, "answer", "answers")}, ${
          en.share(accuracy, 1)
        } right`,
    },
    risk: {
      title: "What doubt saves",
      note: (doubtless, all) =>
        `When only the surest readings are given: the further left, the fewer are. ${
          doubtless > 0
            ? `The surest ${en.share(doubtless, 0)} are all right`
            : "Even among the surest there are mistakes"
        }; of all, ${en.share(all)} are misread.`,
      alternative: (surest, all) =>
        `Share misread over the share answered, from ${
          en.share(surest)
        } among the surest to ${en.share(all)} of all.`,
      answered: "Answered, the surest first",
      misread: "Misread",
    },
    refusal: {
      title: "What is no digit",
      note: (nonDigits, digits) =>
        `Letters, signs and doodles refused, over the digits that are refused with them. The dot is where Inkling stands: ${
          chosenEn(nonDigits, digits)
        }.`,
      alternative: (nonDigits, digits) =>
        `Non-digits refused over digits refused. Chosen: ${
          chosenEn(nonDigits, digits)
        }.`,
      chosen: chosenEn,
      digits: "Digits refused",
      nonDigits: "Non-digits refused",
    },
  },
  ru: {
    heading: "Уверенность и отказ",
    lead:
      "К ответу прилагается уверенность, а иногда вместо него отказ. То и другое стоит ровно столько, сколько ему можно верить.",
    reliability: {
      title: "Верна ли уверенность?",
      note: (error) =>
        "Ответы по их уверенности; чем больше точка, тем больше ответов. На пунктире уверенность 90 % верна в девяти случаях из десяти." +
        (error === undefined
          ? ""
          : ` В среднем отклонение ${
            ru.share(error)
          } (ожидаемая ошибка калибровки).`),
      alternative: (bins) =>
        `Доля верных ответов при уверенности: ${
          bins.map(({ confidence, accuracy }) =>
            `${ru.share(accuracy, 0)} при ${ru.share(confidence, 0)}`
          ).join("; ")
        }.`,
      confidence: "Уверенность",
      right: "Прочитано верно",
      bin: ({ from, to, count, accuracy }) =>
        `Уверенность от ${ru.share(from, 0)} до ${ru.share(to, 0)}: ${
          ru.whole(count)
        } ${
          pluralRu(count, { one: "ответ", few: "ответа", many: "ответов" })
        }, верных ${ru.share(accuracy, 1)}`,
    },
    risk: {
      title: "Что даёт сомнение",
      note: (doubtless, all) =>
        `Если давать только самые уверенные ответы: чем левее, тем их меньше. ${
          doubtless > 0
            ? `Среди ${ru.share(doubtless, 0)} самых уверенных ошибок нет`
            : "Ошибки есть и среди самых уверенных"
        }; из всех прочитано неверно ${ru.share(all)}.`,
      alternative: (surest, all) =>
        `Доля ошибок от доли отвеченных: от ${
          ru.share(surest)
        } среди самых уверенных до ${ru.share(all)} среди всех.`,
      answered: "Отвечено, от самых уверенных",
      misread: "Прочитано неверно",
    },
    refusal: {
      title: "Что не цифра",
      note: (nonDigits, digits) =>
        `Сколько отвергнуто букв, знаков и каракулей и сколько вместе с ними цифр. Точка показывает выбор Inkling: ${
          chosenRu(nonDigits, digits)
        }.`,
      alternative: (nonDigits, digits) =>
        `Отвергнутые нецифры от отвергнутых цифр. Выбрано: ${
          chosenRu(nonDigits, digits)
        }.`,
      chosen: chosenRu,
      digits: "Отвергнуто цифр",
      nonDigits: "Отвергнуто нецифр",
    },
  },
};
