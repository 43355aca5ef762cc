import type { Child } from "hono/jsx";
import type { StagePicture } from "./stage_picture.ts";
import type { ThinkingWords } from "../words/thinking.ts";

/** What one layer of the network answered to a digit. */
export interface LayerThought {
  /** Every channel beside the others. */
  readonly picture: StagePicture;
  /** Places of a channel. */
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Numbers of channels, counted from 1, strongest first. */
  readonly strongest: readonly number[];
  /** How many channels answered nothing. */
  readonly silent: number;
}

/** Why a digit was read as it was, in pictures. */
export interface Thought {
  /** null where it was taken for no digit. */
  readonly digit: number | null;
  /** The ink, coloured by what it adds to the answer. */
  readonly evidence: StagePicture;
  /** In the order of the network. */
  readonly layers: readonly LayerThought[];
}

interface ThoughtFiguresProps {
  readonly thought: Thought;
  readonly words: ThinkingWords;
}

/** The pictures of a thought, each with a line of plain words. */
export function ThoughtFigures({ thought, words }: ThoughtFiguresProps) {
  const { digit, evidence, layers } = thought;
  return (
    <>
      <Figure
        title={words.evidence.title(digit)}
        picture={evidence}
        alt={words.evidence.alt(digit)}
        note={<Legend words={words} />}
      >
        {words.evidence.text}
      </Figure>
      {layers.map(({ picture, channels, strongest, silent }, index) => (
        <Figure
          title={words.layer.title(index + 1)}
          note={words.layer.size(channels, silent)}
          picture={picture}
          alt={words.layer.alt(index + 1, strongest)}
        >
          {describe(index, layers, words)}
        </Figure>
      ))}
    </>
  );
}

/** As many as the shipped network has layers to show, and the ink. */
const PLACES = 6;

/** The places of the pictures before there are any, so that these move nothing. */
export function ThoughtPlaces() {
  return (
    <>
      {Array.from({ length: PLACES }, () => (
        <div class="place">
          <div class="frame"></div>
        </div>
      ))}
    </>
  );
}

/** What a layer looks for, by how deep it lies. */
function describe(
  index: number,
  layers: readonly LayerThought[],
  { layer }: ThinkingWords,
): string {
  const { height, width } = layers[index]!;
  if (index === 0) return layer.first;
  if (index === layers.length - 1) return layer.last(height, width);
  if (index === 1) return layer.second;
  return index === 2 ? layer.third(height, width) : layer.deeper(height, width);
}

/** Which colour says what. */
function Legend({ words }: { readonly words: ThinkingWords }) {
  return (
    <>
      {words.evidence.against} <i class="legend" aria-hidden="true"></i>{" "}
      {words.evidence.for}
    </>
  );
}

interface FigureProps {
  readonly title: string;
  readonly picture: StagePicture;
  readonly alt: string;
  /** Beside the title. */
  readonly note: Child;
  readonly children: Child;
}

function Figure({ title, note, picture, alt, children }: FigureProps) {
  const { source, width, height } = picture;
  return (
    <figure>
      <div class="frame crisp">
        <img src={source} width={width} height={height} alt={alt} />
      </div>
      <figcaption>
        <div class="heading">
          <b>{title}</b> <span>{note}</span>
        </div>
        <span>{children}</span>
      </figcaption>
    </figure>
  );
}
