import type { Layer } from "../../../inference/network.ts";
import { figures } from "../figures.ts";
import type { Translated } from "../language.ts";
import { pluralRu } from "../plural.ts";

/** The layers from the picture to the answer. */
export interface NetworkWords {
  readonly heading: string;
  readonly lead: (parameters: number, multiplyAdds: number) => string;
  /** What goes in. */
  readonly picture: string;
  readonly layer: (layer: Layer) => string;
  readonly parameters: (count: number) => string;
  /** What a step gives that is no picture any more. */
  readonly numbers: (count: number) => string;
}

export const network: Translated<NetworkWords> = {
  en: {
    heading: "Network",
    lead: (parameters, multiplyAdds) =>
      `Each step shrinks the picture and says more about it: ${
        figures.en.whole(parameters)
      } parameters, ${
        figures.en.millions(multiplyAdds)
      } multiply-adds. The squares are drawn to scale, a sheet for every eight channels.`,
    picture: "Picture",
    layer(layer) {
      switch (layer.kind) {
        case "conv2d":
          return `${layer.size} × ${layer.size} convolution`;
        case "max_pool":
          return `${layer.size} × ${layer.size} pooling`;
        case "dense":
          return "Dense";
        case "batch_norm":
          return "batch norm";
        case "relu":
          return "ReLU";
        case "flatten":
          return "flatten";
      }
    },
    parameters: (count) => `${figures.en.whole(count)} parameters`,
    numbers: (count) => `${count} numbers`,
  },
  ru: {
    heading: "Сеть",
    lead: (parameters, multiplyAdds) =>
      `Каждый шаг уменьшает картинку и говорит о ней больше: ${
        figures.ru.whole(parameters)
      } ${parametersRu(parameters)}, ${
        figures.ru.millions(multiplyAdds)
      } умножений со сложением. Квадраты нарисованы в масштабе, по листу на каждые восемь каналов.`,
    picture: "Картинка",
    layer(layer) {
      switch (layer.kind) {
        case "conv2d":
          return `Свёртка ${layer.size} × ${layer.size}`;
        case "max_pool":
          return `максимум ${layer.size} × ${layer.size}`;
        case "dense":
          return "Полносвязный";
        case "batch_norm":
          return "нормировка";
        case "relu":
          return "ReLU";
        case "flatten":
          return "в ряд";
      }
    },
    parameters: (count) => `${figures.ru.whole(count)} ${parametersRu(count)}`,
    numbers: (count) =>
      `${count} ${
        pluralRu(count, { one: "число", few: "числа", many: "чисел" })
      }`,
  },
};

function parametersRu(count: number): string {
  return pluralRu(count, {
    one: "параметр",
    few: "параметра",
    many: "параметров",
  });
}
