/**
 * How the frames of one window moved, one entry a record: the frame of slot `slot` was emptied where `emptied`, then
 * `pushed[pushEnd of the entry before … pushEnd)` came in behind and `popped[…)` left in front. Each pushed record has a
 * turn, ascending in the order of the frame; -1 as a slot stands for a record that the window did not take.
 */
export class FrameMoves {
  length = 0;
  slot: Int32Array = new Int32Array(0);
  emptied: Uint8Array = new Uint8Array(0);
  pushEnd: Int32Array = new Int32Array(0);
  popEnd: Int32Array = new Int32Array(0);
  /** Cells, each with its slot and its turn. */
  readonly pushed: MovedCells = new MovedCells();
  readonly popped: MovedCells = new MovedCells();

  begin(slot: number): void {
    if (this.length === this.slot.length) this.#grow();
    this.slot[this.length] = slot;
    this.emptied[this.length] = 0;
  }

  empty(): void {
    this.emptied[this.length] = 1;
  }

  end(): void {
    this.pushEnd[this.length] = this.pushed.length;
    this.popEnd[this.length++] = this.popped.length;
  }

  clear(): void {
    this.length = 0;
    this.pushed.length = 0;
    this.popped.length = 0;
  }

  #grow(): void {
    const capacity = Math.max(1_024, 2 * this.slot.length);
    this.slot = grow(new Int32Array(capacity), this.slot);
    this.emptied = grow(new Uint8Array(capacity), this.emptied);
    this.pushEnd = grow(new Int32Array(capacity), this.pushEnd);
    this.popEnd = grow(new Int32Array(capacity), this.popEnd);
  }
}

export class MovedCells {
  length = 0;
  cell: Int32Array = new Int32Array(0);
  slot: Int32Array = new Int32Array(0);
  turn: Float64Array = new Float64Array(0);

  add(cell: number, slot: number, turn: number): void {
    if (this.length === this.cell.length) this.#grow();
    this.cell[this.length] = cell;
    this.slot[this.length] = slot;
    this.turn[this.length++] = turn;
  }

  #grow(): void {
    const capacity = Math.max(1_024, 2 * this.cell.length);
    this.cell = grow(new Int32Array(capacity), this.cell);
    this.slot = grow(new Int32Array(capacity), this.slot);
    this.turn = grow(new Float64Array(capacity), this.turn);
  }
}

function grow<T extends Float64Array | Int32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
