/** A queue of cells that also gives up its last ones. */
export class CellQueue {
  #ring: Int32Array = new Int32Array(8);
  #first = 0;
  #end = 0;

  get size(): number {
    return this.#end - this.#first;
  }

  /** @param index from 0, the first. */
  at(index: number): number {
    return this.#ring[(this.#first + index) & (this.#ring.length - 1)]!;
  }

  push(cell: number): void {
    if (this.size === this.#ring.length) {
      const ring = new Int32Array(2 * this.#ring.length);
      for (let i = this.#first; i < this.#end; i++)
        ring[i & (ring.length - 1)] = this.#ring[i & (this.#ring.length - 1)]!;
      this.#ring = ring;
    }
    this.#ring[this.#end++ & (this.#ring.length - 1)] = cell;
  }

  /** Gives up the first. */
  shift(): void {
    this.#first++;
  }

  /** Gives up the last. */
  pop(): void {
    this.#end--;
  }

  clear(): void {
    this.#first = this.#end = 0;
  }
}
