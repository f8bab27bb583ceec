import type { RankName } from "../../aggregate/over-function.ts";
import type { OverSpec } from "../../spec/over-spec.ts";
import type { CellDistance, CellOrder } from "./cell-order.ts";
import type { CellStore } from "./cell-store.ts";
import { FrameMoves } from "./frame-moves.ts";
import { Lane, NOWHERE } from "./lane.ts";
import { type Place, placeOf, type Standing } from "./place.ts";
import { rankOf } from "./rank.ts";
import { RecentLanes } from "./recent-lanes.ts";

/** What a window's functions ask of the buffer at the moment of each record. */
export interface AskedOfLanes {
  readonly places: readonly Place[];
  readonly ranks: readonly { readonly rank: RankName; readonly buckets: number }[];
}

/** The buffers of one window: takes records in, moves their frames, and notes what was asked of each record. */
export class Lanes {
  readonly moves: FrameMoves = new FrameMoves();
  /** By what is asked: a cell (-1: none), or a number, for each entry of `moves`. */
  readonly cells: number[][];
  readonly numbers: number[][];
  readonly #spec: OverSpec;
  readonly #store: CellStore;
  readonly #order: CellOrder | null;
  readonly #distance: CellDistance | null;
  readonly #asked: AskedOfLanes;
  readonly #asksAnything: boolean;
  /** Whether the frame is a buffer that goes by arrival and never expires, and nothing is asked of single places. */
  readonly #isPlain: boolean;
  /** Records before the current one that some function may still ask for. */
  readonly #reach: number;
  /** Whether frames hold all records so far, so that none has to be kept for them. */
  readonly #grows: boolean;
  /** By group: its slot + 1. */
  #slots: Int32Array = new Int32Array(64);
  readonly #lanes: Lane[] = [];
  /** Those that hold anything, where buffers expire. */
  readonly #recent = new RecentLanes();
  #turn = 0;

  constructor(
    spec: OverSpec,
    store: CellStore,
    order: CellOrder | null,
    distance: CellDistance | null,
    asked: AskedOfLanes,
  ) {
    this.#spec = spec;
    this.#store = store;
    this.#order = order;
    this.#distance = distance;
    this.#asked = asked;
    this.#asksAnything = asked.places.length + asked.ranks.length > 0;
    const { frame, bufferRows, expireAfter } = spec;
    const isWhole = frame.start === null && !frame.end && bufferRows !== null;
    this.#isPlain = isWhole && order === null && expireAfter === null && !this.#asksAnything;
    this.#grows = spec.bufferRows === null && spec.frame.start === null;
    this.#reach = Math.max(0, ...asked.places.map(({ place, count }) => (place === "lag" ? count : 0)));
    this.cells = asked.places.map(() => []);
    this.numbers = asked.ranks.map(() => []);
  }

  /** Groups with a buffer. */
  get size(): number {
    return this.#lanes.length;
  }

  /** @param group id. @returns The slot of the group's buffer. */
  slotOf(group: number): number {
    if (group >= this.#slots.length) {
      const slots = new Int32Array(2 * group);
      slots.set(this.#slots);
      this.#slots = slots;
    }
    this.#slots[group] ||= this.#lanes.push(new Lane(this.#spec.leaves === "at-watermark"));
    return this.#slots[group]! - 1;
  }

  lane(slot: number): Lane {
    return this.#lanes[slot]!;
  }

  /** Whether the group's buffer is full. */
  isFull(slot: number): boolean {
    const { first, end } = this.#lanes[slot]!;
    return end - first === this.#spec.bufferRows;
  }

  /** Takes a record into its buffer and notes its frame. @returns Whether there was room for it. */
  take(slot: number, cell: number): boolean {
    if (this.#isPlain) {
      this.#takeLast(slot, cell);
      return true;
    }
    const place = this.add(slot, cell);
    if (place < 0) return false;
    this.move(slot, place);
    return true;
  }

  /** Puts a record into its buffer. @returns Its place; -1 where it comes before all records of a full buffer. */
  add(slot: number, cell: number): number {
    const lane = this.#lanes[slot]!;
    const { expireAfter } = this.#spec;
    if (expireAfter !== null) {
      const arrival = this.#store.arrival[cell]!;
      this.#expireIdle(arrival, expireAfter);
      lane.lastArrival = arrival;
      this.#recent.touch(slot);
    }
    const order = this.#order;
    if (order === null || lane.end === lane.first) return this.#append(lane, cell, true);
    const compared = order(cell, lane.at(lane.end - 1));
    if (compared >= 0) return this.#append(lane, cell, compared > 0);
    const place = boundary(lane, (other) => order(cell, other) < 0);
    if (place === lane.first && lane.end - lane.first === this.#spec.bufferRows) return -1;
    lane.insert(place, cell);
    if (place < lane.high) lane.high = lane.low = NOWHERE;
    return place;
  }

  /** Notes the frame of the record at a place of the buffer, and lets go of what is needed no more. */
  move(slot: number, place: number): void {
    const { moves } = this;
    const lane = this.#lanes[slot]!;
    const { bufferRows } = this.#spec;
    const first = bufferRows === null ? lane.first : Math.max(lane.first, lane.end - bufferRows);
    const high = Math.max(this.#grows ? 0 : first, this.#endOf(lane, place));
    const low = this.#grows ? 0 : Math.min(high, Math.max(first, this.#startOf(lane, place, high)));
    moves.begin(slot);
    if (lane.high === NOWHERE || low < lane.low || high < lane.high) {
      moves.empty();
      lane.low = lane.high = low;
    }
    while (lane.high < high) moves.pushed.add(lane.at(lane.high++), slot, this.#turn++);
    while (lane.low < low) moves.popped.add(lane.at(lane.low++), slot, 0);
    moves.end();
    if (this.#asksAnything) this.#answer({ lane, place, first, low, high });
    this.#leaveTo(lane, bufferRows === null ? this.#neededFrom(lane, place) : first);
  }

  /** An entry for a record that the window did not take. */
  skip(): void {
    this.moves.begin(-1);
    this.moves.end();
    for (const list of this.cells) list.push(-1);
    for (const list of this.numbers) list.push(NaN);
  }

  /** Forgets the entries, not the buffers. */
  clear(): void {
    this.moves.clear();
    for (const list of this.cells) list.length = 0;
    for (const list of this.numbers) list.length = 0;
  }

  /** A record comes in and the oldest may leave, the frame being the buffer. */
  #takeLast(slot: number, cell: number): void {
    const { moves } = this;
    const lane = this.#lanes[slot]!;
    lane.push(cell);
    lane.high = lane.end;
    moves.begin(slot);
    moves.pushed.add(cell, slot, this.#turn++);
    if (lane.end - lane.first > this.#spec.bufferRows!) {
      const oldest = lane.at(lane.first);
      moves.popped.add(oldest, slot, 0);
      this.#store.giveUp(oldest);
      lane.low = ++lane.first;
    }
    moves.end();
  }

  #answer(at: Standing): void {
    const { places, ranks } = this.#asked;
    places.forEach((asked, index) => this.cells[index]!.push(placeOf(asked, at)));
    const origin = this.#spec.bufferRows === null ? 0 : at.first;
    ranks.forEach(({ rank, buckets }, index) =>
      this.numbers[index]!.push(rankOf(rank, buckets, at, origin, this.#order)),
    );
  }

  #append(lane: Lane, cell: number, isNewKey: boolean): number {
    if (isNewKey) {
      lane.peersFrom = lane.end;
      lane.keysSeen++;
    }
    lane.push(cell);
    return lane.end - 1;
  }

  /** @returns The place behind the frame of the record at `place`. */
  #endOf(lane: Lane, place: number): number {
    const { end, unit } = this.#spec.frame;
    if (end === null) return lane.end;
    if (unit === "rows") return place - end + 1;
    if (this.#order === null) return lane.end;
    const order = this.#order;
    let high = place + 1;
    const cell = lane.at(place);
    const distance = end === 0 ? null : this.#distance!(cell);
    if (distance === null) {
      while (high < lane.end && order(lane.at(high), cell) === 0) high++;
      return high;
    }
    return boundary(lane, (other) => distance(other) < end);
  }

  #startOf(lane: Lane, place: number, high: number): number {
    const { start, unit } = this.#spec.frame;
    if (start === null) return lane.first;
    if (unit === "rows") return place - start;
    if (this.#order === null) return lane.first;
    const cell = lane.at(place);
    const distance = start === 0 ? null : this.#distance!(cell);
    if (distance === null) {
      const order = this.#order;
      let low = Math.min(place, high);
      while (low > lane.first && order(lane.at(low - 1), cell) === 0) low--;
      return low;
    }
    return boundary(lane, (other) => distance(other) <= start);
  }

  /** Where no buffer is asked for, only what frames and LAG reach back to is kept. */
  #neededFrom({ low, high }: Lane, place: number): number {
    const frame = this.#grows ? high - 1 : low;
    return Math.min(frame, place - this.#reach);
  }

  /** Arrivals never go back, so those that have been quiet for longest come first: nobody waits for their next record. */
  #expireIdle(now: number, expireAfter: number): void {
    for (let slot = this.#recent.oldest; slot >= 0; slot = this.#recent.oldest) {
      const lane = this.#lanes[slot]!;
      if (!(now - lane.lastArrival > expireAfter)) return;
      this.#leaveTo(lane, lane.end);
      lane.release();
      this.#recent.remove(slot);
    }
  }

  #leaveTo(lane: Lane, first: number): void {
    while (lane.first < first) this.#store.giveUp(lane.at(lane.first++));
  }
}

/** @returns The first place whose cell passes; those before do not, those behind do. */
function boundary(lane: Lane, passes: (cell: number) => boolean): number {
  let low = lane.first;
  let high = lane.end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(lane.at(middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
