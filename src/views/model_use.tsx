import type { Refusal } from "../model_report.ts";
import { share } from "./figures.ts";
import { Section } from "./section.tsx";

/** What the model is for, what not, and what is known to go wrong. */
export function ModelUse(
  { refusal }: { readonly refusal: Refusal | undefined },
) {
  return (
    <Section id="use" title="Use and limits">
      <div class="columns">
        <div>
          <h3>Made for</h3>
          <p>
            Reading the digits 0 to 9 as people write them by hand: with a
            finger or a pen on a screen, or on paper that is photographed or
            scanned. For learning, for trying out, for forms where a person
            checks the result.
          </p>
        </div>
        <div>
          <h3>Not made for</h3>
          <p>
            Anything where a wrong digit does harm and nobody looks again:
            money, medicine, marks, identity papers. Nor for letters, signs,
            fractions or the digits of other scripts, of which it knows nothing.
          </p>
        </div>
      </div>
      <h3>Known limits</h3>
      <ul class="limits">
        <li>
          MNIST, which it learned from, was written by clerks and pupils in the
          United States around 1990. Styles that it lacks were added by drawing
          them synthetically, not by asking those who write them.
        </li>
        <li>
          Accuracy on MNIST says little about photos: shadow, blur, ruled paper
          and digits that touch are harder, and the picture decides more than
          the network does.
        </li>
        <li>
          {refusal
            ? `Of pictures that show no digit ${
              share(refusal.nonDigitsRefused, 0)
            } are refused; the others get an answer that means nothing. ${
              share(refusal.digitsRefused, 1)
            } of the digits are refused as well.`
            : "A letter or a doodle may be taken for the digit that it resembles most."}
        </li>
        <li>
          A confidence of 99% means one mistake in a hundred such answers on
          pictures like those it was measured on. On others it may be off.
        </li>
        <li>
          Some digits cannot be told apart by anybody: a 1 from a 7, a 4 from a
          9, when the pen has left out what parts them.
        </li>
      </ul>
    </Section>
  );
}
