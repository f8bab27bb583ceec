/** As a frame's bound: it is not known to the functions and has to be told anew. */
export const NOWHERE = -1;

/** Cells that a buffer has room for at first; a power of two. */
const SMALLEST = 8;

/**
 * The buffer of one group in one window: cells in the order of the window, by place. Places count on when the first
 * cells leave; `first … end` are there, and `low … high` are in the frame as the functions know it.
 */
export class Lane {
  first = 0;
  end = 0;
  low = 0;
  high = 0;
  /** Place of the first record with the key of the last, and how many different keys there were; only where `appendsOnly`. */
  peersFrom = 0;
  keysSeen = 0;
  /** ms: arrival of the newest record, and the latest event time whose row has left. */
  lastArrival: number = -Infinity;
  lastLeft: number = 0;
  /** Whether each cell comes behind all others. */
  readonly appendsOnly: boolean;
  #ring: Int32Array = new Int32Array(SMALLEST);

  constructor(appendsOnly: boolean) {
    this.appendsOnly = appendsOnly;
  }

  at(place: number): number {
    return this.#ring[place & (this.#ring.length - 1)]!;
  }

  push(cell: number): void {
    if (this.end - this.first === this.#ring.length) this.#grow();
    this.#ring[this.end++ & (this.#ring.length - 1)] = cell;
  }

  /** Puts a cell before that of `place`. */
  insert(place: number, cell: number): void {
    this.push(cell);
    const ring = this.#ring;
    const mask = ring.length - 1;
    for (let i = this.end - 1; i > place; i--) ring[i & mask] = ring[(i - 1) & mask]!;
    ring[place & mask] = cell;
  }

  /** Nothing is in it any more: its room is let go, and functions are told its frame anew. */
  release(): void {
    this.high = this.low = NOWHERE;
    this.#ring = new Int32Array(SMALLEST);
  }

  #grow(): void {
    const ring = new Int32Array(2 * this.#ring.length);
    for (let place = this.first; place < this.end; place++) ring[place & (ring.length - 1)] = this.at(place);
    this.#ring = ring;
  }
}
