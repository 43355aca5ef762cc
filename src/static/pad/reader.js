/**
 * Hands pictures of the writing to the form around the sheet, which does the
 * rest (see `hx-trigger` there).
 */
import { showInstead } from "../result.js";
import { pictureOf } from "./picture.js";

/** Milliseconds without a stroke before the writing is read: half digits are not. */
const PAUSE = 100;
/**
 * Milliseconds more before an answer that has a "?" is shown: most are half a
 * digit whose other half is about to come.
 */
const DOUBT = 250;
const HAS_DOUBT = /^<section [^>]*data-text="[^"]*\?/;

/** @typedef {import("./strokes.js").Stroke} Stroke */

export class Reader {
  /** @type {HTMLFormElement} */
  #form;
  #pause = 0;
  /** @type {readonly Stroke[] | null} that may be half of what is to come */
  #maybeHalf = null;

  constructor(form) {
    this.#form = form;
    form.addEventListener("htmx:before:swap", (event) => {
      const strokes = this.#maybeHalf;
      if (!strokes || !HAS_DOUBT.test(event.detail.ctx.text)) return;
      event.preventDefault();
      this.#pause = setTimeout(() => this.now(strokes), DOUBT);
    });
  }

  /** @param {readonly Stroke[]} strokes what to read unless more is written */
  later(strokes) {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.now(strokes);
      this.#maybeHalf = strokes;
    }, PAUSE);
  }

  /** @param {readonly Stroke[]} strokes */
  now(strokes) {
    clearTimeout(this.#pause);
    this.#maybeHalf = null;
    const transfer = new DataTransfer();
    transfer.items.add(pictureOf(strokes));
    this.#form.elements.image.files = transfer.files;
    const written = new CustomEvent("written", {
      bubbles: true,
      detail: { strokes },
    });
    this.#form.dispatchEvent(written);
  }

  /** More is being written: what is still being read is not waited for. */
  hold() {
    clearTimeout(this.#pause);
    const forms = document.querySelectorAll('form[hx-sync="main:replace"]');
    for (const form of forms) form.dispatchEvent(new Event("htmx:abort"));
  }

  /** Nothing is written. */
  forget() {
    this.hold();
    showInstead("blank");
  }
}
