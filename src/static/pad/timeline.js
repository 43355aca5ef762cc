/**
 * Steps that can be taken back and done again; a new one after some were taken
 * back drops those. Bounded: states share what they have in common, but a page
 * may stay open for days.
 */
const MAX_STEPS = 200;

/** @template State never changed */
export class Timeline {
  /** @type {State[]} */
  #past;
  /** @type {State[]} */
  #future = [];
  /** @type {State} */
  #present;

  /** @param {State[]} states one or more, the last is now */
  constructor(states) {
    this.#past = states.slice(-1 - MAX_STEPS, -1);
    this.#present = states.at(-1);
  }

  get present() {
    return this.#present;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** @param {State} state what is now; nothing happens where it is so already */
  push(state) {
    if (state === this.#present) return;
    this.#past = [...this.#past, this.#present].slice(-MAX_STEPS);
    this.#future = [];
    this.#present = state;
  }

  undo() {
    if (!this.canUndo) return;
    this.#future.push(this.#present);
    this.#present = this.#past.pop();
  }

  redo() {
    if (!this.canRedo) return;
    this.#past.push(this.#present);
    this.#present = this.#future.pop();
  }
}
