import type { MisreadPicture } from "./model_card.ts";
import { Section } from "../site/section.tsx";
import type { MisreadWords } from "../words/model/misread.ts";

interface ModelMisreadProps {
  readonly misread: readonly MisreadPicture[];
  readonly words: MisreadWords;
}

/** Every test image that is misread, for whoever wants to do better. */
export function ModelMisread({ misread, words }: ModelMisreadProps) {
  return (
    <Section id="misread" title={words.heading} lead={words.lead}>
      <ol class="misread">
        {misread.map((image) => <Misread image={image} words={words} />)}
      </ol>
    </Section>
  );
}

interface MisreadProps {
  readonly image: MisreadPicture;
  readonly words: MisreadWords;
}

function Misread({ image, words }: MisreadProps) {
  const { index, truth, read, confidence, picture } = image;
  return (
    <li>
      <img
        src={picture.source}
        width={picture.width}
        height={picture.height}
        alt={words.image(index)}
      />
      <span>
        {read !== null && words.said}
        <b>{read ?? words.refused}</b>
        {words.is(truth)}
      </span>
      {read !== null && <small>{words.sure(confidence)}</small>}
    </li>
  );
}
