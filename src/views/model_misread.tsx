import { share } from "./figures.ts";
import type { MisreadPicture } from "./model_card.ts";
import { Section } from "./section.tsx";

/** Every test image that is misread, for whoever wants to do better. */
export function ModelMisread(
  { misread }: { readonly misread: readonly MisreadPicture[] },
) {
  return (
    <Section
      id="misread"
      title="What it misreads"
      lead="The test images of MNIST that were not read as what they are labelled. Some leave doubt, and some nobody would miss."
    >
      <ol class="misread">
        {misread.map(({ index, truth, read, confidence, picture }) => (
          <li>
            <img
              src={picture.source}
              width={picture.width}
              height={picture.height}
              alt={`Test image ${index}`}
            />
            <span>
              {read === null
                ? (
                  <>
                    <b>refused</b>, is {truth}
                  </>
                )
                : (
                  <>
                    said <b>{read}</b>, is {truth}
                  </>
                )}
            </span>
            {read !== null && <small>{share(confidence, 0)} sure</small>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
