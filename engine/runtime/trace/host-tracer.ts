import type { WatermarkSteps } from "../../watermark/watermark-steps.ts";
import { compareWindows, type StepRows, type WindowRows } from "./trace-order.ts";
import { COMBINED, type HostTrace } from "./trace-tables.ts";

/** One row of the windows' table; what is left out is -1, NaN or false there. */
export interface WindowEvent {
  /** Infinity at the end of input. */
  readonly seq: number;
  /** OPENED, GROWN, ABSORBED, CLOSED, RETRACTED or EXPIRED. */
  readonly event: number;
  readonly partition: number;
  /** ms. */
  readonly start: number;
  readonly end: number;
  readonly key?: number;
  readonly oldStart?: number;
  readonly oldEnd?: number;
  readonly timer?: boolean;
}

/** Gathers what the partitions of one thread add to the trace of a batch: only a traced run has one. */
export class HostTracer {
  /** Of each record of the batch: the watermark to which it moved its own clock, ms; NaN where it moved none. */
  moved: Float64Array = new Float64Array(0);
  #length = 0;
  #windows: WindowEvent[] = [];

  /** @param length records of the batch; 0 at the end of input. */
  begin(length: number): void {
    if (this.moved.length < length) this.moved = new Float64Array(length);
    this.moved.fill(NaN, 0, length);
    this.#length = length;
  }

  addWindowEvent(event: WindowEvent): void {
    this.#windows.push(event);
  }

  /**
   * Ends the batch.
   * @param base seq of its first record. @param clocks whose clock each record moves; null: clock 0.
   * @param combined moves of the minimum over these clocks; null where there is none, or another thread tells them.
   * @returns Arrays that nobody else holds.
   */
  end(base: number, clocks: Int32Array | null, combined: WatermarkSteps | null): HostTrace {
    return { steps: this.#takeSteps(base, clocks, combined), windows: this.#takeWindows() };
  }

  /** Record by record, as they happen: timers move the minimum, the record moves its clock, that moves the minimum. */
  #takeSteps(base: number, clocks: Int32Array | null, combined: WatermarkSteps | null): StepRows {
    const { moved } = this;
    const capacity = this.#length + (combined?.length ?? 0);
    const seq = new Float64Array(capacity);
    const clock = new Int16Array(capacity);
    const value = new Float64Array(capacity);
    const timer = new Uint8Array(capacity);
    let count = 0;
    let next = 0;
    for (let row = 0; row < this.#length; row++) {
      let hasMoved = Number.isNaN(moved[row]);
      for (;;) {
        const isDue = combined !== null && next < combined.length && combined.rows[next] === row;
        const isTimer = isDue && combined.timers[next] === 1;
        if (!hasMoved && !isTimer) {
          hasMoved = true;
          clock[count] = clocks ? clocks[row]! : 0;
          value[count] = moved[row]!;
        } else if (isDue) {
          clock[count] = COMBINED;
          value[count] = combined.values[next++]!;
          timer[count] = isTimer ? 1 : 0;
        } else break;
        seq[count++] = base + row;
      }
    }
    return {
      seq: seq.slice(0, count),
      clock: clock.slice(0, count),
      value: value.slice(0, count),
      timer: timer.slice(0, count),
    };
  }

  #takeWindows(): WindowRows {
    const events = this.#windows;
    this.#windows = [];
    const rows = columnsOf(events);
    const order = events.map((_, index) => index).sort((i, j) => compareWindows(rows, i, rows, j));
    return columnsOf(order.map((index) => events[index]!));
  }
}

function columnsOf(events: readonly WindowEvent[]): WindowRows {
  return {
    seq: Float64Array.from(events, ({ seq }) => seq),
    event: Uint8Array.from(events, ({ event }) => event),
    partition: Int16Array.from(events, ({ partition }) => partition),
    start: Float64Array.from(events, ({ start }) => start),
    end: Float64Array.from(events, ({ end }) => end),
    key: Int32Array.from(events, ({ key }) => key ?? -1),
    oldStart: Float64Array.from(events, ({ oldStart }) => oldStart ?? NaN),
    oldEnd: Float64Array.from(events, ({ oldEnd }) => oldEnd ?? NaN),
    timer: Uint8Array.from(events, ({ timer }) => (timer ? 1 : 0)),
  };
}
