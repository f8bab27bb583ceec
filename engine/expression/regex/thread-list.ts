/** Places of a program where a match stands at one position of the text, in order of preference, each once. */
export class ThreadList {
  readonly #places: Int32Array;
  readonly #index: Int32Array;
  /** What each place's match has kept: `slots` positions a place. */
  readonly kept: Int32Array;
  size = 0;

  constructor(places: number, slots: number) {
    this.#places = new Int32Array(places);
    this.#index = new Int32Array(places);
    this.kept = new Int32Array(places * slots);
  }

  has(place: number): boolean {
    const index = this.#index[place];
    return index < this.size && this.#places[index] === place;
  }

  add(place: number): void {
    this.#index[place] = this.size;
    this.#places[this.size++] = place;
  }

  at(index: number): number {
    return this.#places[index];
  }
}
