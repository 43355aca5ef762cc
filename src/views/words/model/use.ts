import type { Refusal } from "../../../model_report.ts";
import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";

/** What the model is for, what not, and what is known to go wrong. */
export interface UseWords {
  readonly heading: string;
  readonly madeFor: { readonly heading: string; readonly text: string };
  readonly notMadeFor: { readonly heading: string; readonly text: string };
  readonly limits: string;
  /** How far what is no digit is refused; undefined where it is unknown. */
  readonly refusal: (refusal: Refusal | undefined) => string;
  /** The limits that stand before that of refusal, and after it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export const use: Translated<UseWords> = {
  en: {
    heading: "Use and limits",
    madeFor: {
      heading: "Made for",
      text:
        "Reading the digits 0 to 9 as people write them by hand: with a finger or a pen on a screen, or on paper that is photographed or scanned. For learning, for trying out, for forms where a person checks the result.",
    },
    notMadeFor: {
      heading: "Not made for",
      text:
        "Anything where a wrong digit does harm and nobody looks again: money, medicine, marks, identity papers. Nor for letters, signs, fractions or the digits of other scripts, of which it knows nothing.",
    },
    limits: "Known limits",
    before: [
      "MNIST, which it learned from, was written by clerks and pupils in the United States around 1990. Styles that it lacks were added by drawing them synthetically, not by asking those who write them.",
      "Accuracy on MNIST says little about photos: shadow, blur, ruled paper and digits that touch are harder, and the picture decides more than the network does.",
    ],
    refusal: (refusal) =>
      refusal
        ? `Of pictures that show no digit ${
          figures.en.share(refusal.nonDigitsRefused, 0)
        } are refused; the others get an answer that means nothing. ${
          figures.en.share(refusal.digitsRefused, 1)
        } of the digits are refused as well.`
        : "A letter or a doodle may be taken for the digit that it resembles most.",
    after: [
      "A confidence of 99% means one mistake in a hundred such answers on pictures like those it was measured on. On others it may be off.",
      "Some digits cannot be told apart by anybody: a 1 from a 7, a 4 from a 9, when the pen has left out what parts them.",
    ],
  },
  ru: {
    heading: "Применение и пределы",
    madeFor: {
      heading: "Для чего она",
      text:
        "Читать цифры от 0 до 9, как их пишут от руки: пальцем или пером на экране или на бумаге, которую сняли или отсканировали. Чтобы учиться, пробовать, заполнять формы, в которых результат проверяет человек.",
    },
    notMadeFor: {
      heading: "Для чего не годится",
      text:
        "Для всего, где неверная цифра вредит, а проверить некому: деньги, лекарства, оценки, документы. И не для букв, знаков, дробей и цифр других письменностей: о них она ничего не знает.",
    },
    limits: "Известные пределы",
    before: [
      "MNIST, по которому она училась, написали служащие и школьники США около 1990 года. Недостающие начертания добавлены рисованием на компьютере, а не руками тех, кто так пишет.",
      "Точность на MNIST мало говорит о фотографиях: тень, размытость, линованная бумага и слипшиеся цифры труднее, и картинка решает больше, чем сеть.",
    ],
    refusal: (refusal) =>
      refusal
        ? `Из картинок без цифр отвергается ${
          figures.ru.share(refusal.nonDigitsRefused, 0)
        }; ответ на остальные ничего не значит. Вместе с ними отвергается ${
          figures.ru.share(refusal.digitsRefused, 1)
        } цифр.`
        : "Буква или каракуля может сойти за ту цифру, на которую больше похожа.",
    after: [
      "Уверенность 99 % значит: одна ошибка на сотню таких ответов, если картинки похожи на те, по которым её измеряли. На других она может обманывать.",
      "Некоторые цифры не различит никто: 1 и 7, 4 и 9, когда перо пропустило то, чем они отличаются.",
    ],
  },
};
