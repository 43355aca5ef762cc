import type { ConfusedPair } from "../../../model_comparison.ts";
import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralEn, pluralRu } from "../plural.ts";

/** The other ways to read digits. */
export interface FamiliesWords {
  readonly heading: string;
  /** @param date As YYYY-MM-DD. */
  readonly lead: (date: string) => string;
  /** By the family's id; others keep what the comparison says in English. */
  readonly told: Readonly<Record<string, FamilyText>>;
  readonly misread: string;
  readonly inNotebook: string;
  readonly right: (accuracy: number) => string;
  readonly parameters: string;
  readonly training: string;
  /** How long it took; null for passes where there are none. */
  readonly trained: (seconds: number, epochs: number | null) => string;
  readonly oneImage: string;
  readonly mostConfused: string;
  readonly confused: (pair: ConfusedPair) => string;
}

/** What a family is and why it loses, in plain words. */
export interface FamilyText {
  readonly name: string;
  readonly explanation: string;
}

export const families: Translated<FamiliesWords> = {
  en: {
    heading: "The families that lost",
    lead: (date) =>
      `Six other ways to read digits, which a well-known notebook compares, run anew on the same images on ${
        figures.en.day(date)
      }. Points are the share misread on the MNIST test set, lines the 95% interval. The scale is logarithmic: each line is five times as many mistakes as the one before.`,
    // The comparison itself is in English.
    told: {},
    misread: "Misread",
    inNotebook: "In the notebook",
    right: (accuracy) => `${figures.en.share(accuracy, 1)} right`,
    parameters: "Parameters",
    training: "Training",
    trained: (seconds, epochs) =>
      figures.en.duration(seconds) +
      (epochs === null
        ? ""
        : `, ${epochs} ${pluralEn(epochs, "epoch", "epochs")}`),
    oneImage: "One image",
    mostConfused: "Most confused",
    confused: ({ truth, read, count }) =>
      `${truth} as ${read}, ${
        pluralEn(count, "once", `${figures.en.whole(count)} times`)
      }`,
  },
  ru: {
    heading: "Семейства, которые проиграли",
    lead: (date) =>
      `Шесть других способов читать цифры из известного сравнения: ${
        figures.ru.day(date)
      } испытаны заново на тех же картинках. Точки: доля ошибок на тесте MNIST, линии: 95‑процентный интервал. Шкала логарифмическая: каждая линия значит в пять раз больше ошибок, чем предыдущая.`,
    told: {
      "small-dense": {
        name: "Малая полносвязная сеть",
        explanation:
          "Десять нейронов смотрят сразу на все пиксели, ещё десять выбирают цифру. Учится за секунды, но десятью взвешенными суммами весь почерк не описать, а цифра, сдвинутая на два пикселя, для неё уже другая картинка.",
      },
      "cnn": {
        name: "Свёрточная сеть",
        explanation:
          "Два слоя маленьких окон, скользящих по картинке, как в большинстве учебников. Мысль верная, ведь штрих остаётся штрихом, где бы он ни стоял, и проигрывает она меньше всех. Против нашей ей не хватает глубины и разнообразия: она видела только 60 000 картинок как есть, ни разу не повёрнутых, не изогнутых и не написанных другим пером.",
      },
      "lstm": {
        name: "LSTM по строкам",
        explanation:
          "Читает картинку сверху вниз, как текст из 28 строк, и помнит 128 чисел. Для того, что создано для последовательностей, справляется хорошо, но почерк не последовательность строк: то, что рядом по горизонтали, приходится нести с собой, а каждая строка ждёт предыдущую, поэтому она медленная.",
      },
      "deep-dense": {
        name: "Глубокая полносвязная сеть",
        explanation:
          "Три скрытых слоя по 256, 128 и 64 нейрона. Ей хватает места, чтобы выучить обучающие картинки наизусть, и она их выучивает; но один и тот же штрих ей приходится учить заново для каждого места, и на незнакомых картинках это сказывается.",
      },
      "k-nn": {
        name: "k ближайших соседей",
        explanation:
          "Ничему не учится: хранит все 60 000 картинок и сравнивает новую с каждой, пиксель за пикселем; три ближайшие голосуют. Обучения не нужно, и читает хорошо, но та же семёрка чуть выше по этой мере уже далека, а одна картинка занимает столько времени, сколько у сети тысяча.",
      },
      "naive-bayes": {
        name: "Наивный Байес",
        explanation:
          "Спрашивает каждый пиксель отдельно, насколько тёмен он обычно в каждой цифре, и перемножает ответы так, будто пиксели ничего не знают друг о друге. Но они знают: чернила ложатся штрихами. И колокол плохо описывает пиксель, который почти всегда чёрный или белый, так что одно пятнышко в необычном месте перевешивает всё остальное.",
      },
      "inkling": {
        name: "Inkling",
        explanation:
          "Пять слоёв маленьких окон, обученных на картинках, которые в каждой эпохе заново поворачиваются, изгибаются, утончаются и утолщаются, так что одну и ту же сеть не видит дважды.",
      },
    },
    misread: "Ошибки",
    inNotebook: "В том сравнении",
    right: (accuracy) => `верно ${figures.ru.share(accuracy, 1)}`,
    parameters: "Параметры",
    training: "Обучение",
    trained: (seconds, epochs) =>
      figures.ru.duration(seconds) +
      (epochs === null
        ? ""
        : `, ${epochs} ${
          pluralRu(epochs, { one: "эпоха", few: "эпохи", many: "эпох" })
        }`),
    oneImage: "Одна картинка",
    mostConfused: "Чаще всего принимает",
    confused: ({ truth, read, count }) =>
      `${truth} за ${read}, ${figures.ru.whole(count)} ${
        pluralRu(count, { one: "раз", few: "раза", many: "раз" })
      }`,
  },
};
