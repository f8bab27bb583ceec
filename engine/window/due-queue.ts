import { growNumbers } from "../aggregate/slot-array.ts";

/**
 * Slots by the watermark at which something is due for them: which session closes, or expires, next. A binary heap whose
 * entries may be out of date. What is due later than it was need not be told: it is looked at again when its turn comes.
 */
export class DueQueue {
  readonly #due: (slot: number) => number;
  readonly #times: number[] = [];
  readonly #slots: number[] = [];
  /** Of each slot: the time of its one entry that counts; Infinity: never due as it stands, without an entry; NaN: none. */
  #queued: Float64Array = new Float64Array(0);
  /** No slot below it is never due as it stands. */
  #firstNever = 0;

  /** @param due ms of watermark; Infinity: never, as it stands. */
  constructor(due: (slot: number) => number) {
    this.#due = due;
  }

  /** How many are held, those that are out of date too. */
  get entries(): number {
    return this.#times.length;
  }

  /** The lowest watermark at which a slot is due; Infinity: none. */
  get lowest(): number {
    while (this.#times.length > 0) {
      const time = this.#times[0]!;
      const slot = this.#slots[0]!;
      if (this.#queued[slot] === time) {
        const due = this.#due(slot);
        if (due <= time) return time;
        this.#drop();
        this.#insert(slot, due);
      } else this.#drop();
    }
    return Infinity;
  }

  /** Queues a slot, or lets it be due earlier than it was. */
  put(slot: number): void {
    if (slot >= this.#queued.length) this.#reserve(slot);
    const due = this.#due(slot);
    if (!(due >= this.#queued[slot]!)) this.#insert(slot, due);
  }

  remove(slot: number): void {
    if (slot < this.#queued.length) this.#queued[slot] = NaN;
  }

  /** Takes out a slot that is due at a watermark, the earliest first; -1: none is. */
  take(watermark: number): number {
    const { lowest } = this;
    if (lowest > watermark) return -1;
    if (lowest === Infinity) return this.#takeNever();
    const slot = this.#slots[0]!;
    this.#queued[slot] = NaN;
    this.#drop();
    return slot;
  }

  /** Takes out the first slot that is never due as it stands. */
  #takeNever(): number {
    const slot = this.#queued.indexOf(Infinity, this.#firstNever);
    this.#firstNever = slot < 0 ? this.#queued.length : slot + 1;
    if (slot >= 0) this.#queued[slot] = NaN;
    return slot;
  }

  #insert(slot: number, time: number): void {
    this.#queued[slot] = time;
    if (time === Infinity) {
      this.#firstNever = Math.min(this.#firstNever, slot);
      return;
    }
    const times = this.#times;
    const slots = this.#slots;
    let at = times.length;
    times.push(time);
    slots.push(slot);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (times[parent]! <= time) break;
      times[at] = times[parent]!;
      slots[at] = slots[parent]!;
      at = parent;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** Drops the lowest entry. */
  #drop(): void {
    const times = this.#times;
    const slots = this.#slots;
    const time = times.pop()!;
    const slot = slots.pop()!;
    const size = times.length;
    if (size === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      slots[at] = slots[child]!;
      at = child;
    }
    times[at] = time;
    slots[at] = slot;
  }

  #reserve(slot: number): void {
    this.#queued = growNumbers(this.#queued, Math.max(1024, slot + 1), NaN);
  }
}
