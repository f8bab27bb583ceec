import { BY_MERGE } from "../data/change.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { GroupEmission } from "./group-emission.ts";
import { PlacedRecords } from "./placed-records.ts";
import { PlacedSessions } from "./placed-sessions.ts";
import type { SessionChanges } from "./session-changes.ts";
import type { SessionState } from "./session-state.ts";
import type { WindowInput } from "./windowed-aggregation.ts";

/** Records on their way into the aggregates of the sessions that they are in: many at once, or one by one where each may print. */
export class SessionRecords {
  readonly #spec: EmissionSpec;
  readonly #gap: number;
  readonly #state: SessionState;
  readonly #emission: GroupEmission;
  /** Prints runs of records; null where results leave one by one, or not at all before the close. */
  readonly #changes: SessionChanges | null;
  /** A run of those that print, or of those that do not. */
  readonly #waiting = new PlacedSessions();
  readonly #single = new PlacedRecords();
  #input: WindowInput | null = null;

  constructor(
    spec: EmissionSpec,
    gap: number,
    state: SessionState,
    emission: GroupEmission,
    changes: SessionChanges | null,
  ) {
    this.#spec = spec;
    this.#gap = gap;
    this.#state = state;
    this.#emission = emission;
    this.#changes = changes;
    this.#single.reserve(1);
  }

  /** Whether records print in runs: then they are handed in by `wait`, unless they merge sessions. */
  get printInRuns(): boolean {
    return this.#changes !== null;
  }

  /** Makes room for so many records. */
  reserve(count: number): void {
    this.#waiting.reserve(count);
  }

  /** The input of the records that come next. */
  begin(input: WindowInput): void {
    this.#input = input;
  }

  /** The record goes into the run that is to print. @param oldStart,oldLast of its session before, ms; NaN: it began one. */
  wait(
    i: number,
    slot: number,
    isClosed: boolean,
    takesBack: boolean,
    oldStart: number,
    oldLast: number,
  ): void {
    const waiting = this.#waiting;
    const at = waiting.count++;
    put(waiting, at, this.#input!, i, slot, isClosed);
    waiting.takesBack[at] = takesBack ? 1 : 0;
    waiting.oldStart[at] = oldStart;
    waiting.oldEnd[at] = oldLast + this.#gap;
    waiting.start[at] = this.#state.start[slot]!;
    waiting.end[at] = this.#state.last[slot]! + this.#gap;
  }

  /** The record is aggregated, and its session's result may print. @returns Whether that was looked at, to be printed. */
  add(i: number, slot: number, isClosed: boolean, merges: boolean): boolean {
    const { mode, everyRows } = this.#spec;
    const emission = this.#emission;
    const input = this.#input!;
    if (mode === "final" && everyRows === null && !isClosed) {
      put(this.#waiting, this.#waiting.count++, input, i, slot, isClosed);
      return false;
    }
    this.flush();
    const single = this.#single;
    put(single, 0, input, i, slot, isClosed);
    single.anyClosed = isClosed;
    const { changelog } = emission;
    const { length } = changelog;
    if (everyRows === null || isClosed) emission.addEach(input, single, 0, 1);
    else emission.addEvery(everyRows, input, single, 0, 1);
    if (merges) changelog.reason.fill(BY_MERGE, length, changelog.length);
    return changelog.length > length || everyRows === null;
  }

  /** Aggregates what waits: before anything else is printed, or a slot given out anew, and at the end of an input. */
  flush(): void {
    const { count } = this.#waiting;
    if (count === 0) return;
    if (this.#changes === null) this.#emission.add(this.#input!, this.#waiting, 0, count);
    else this.#changes.add(this.#input!, this.#waiting, count);
    this.#waiting.count = 0;
  }
}

function put(
  placed: PlacedRecords,
  at: number,
  input: WindowInput,
  i: number,
  slot: number,
  isClosed: boolean,
): void {
  placed.rows[at] = input.rows[i]!;
  placed.slots[at] = slot;
  placed.closed[at] = isClosed ? 1 : 0;
  placed.judged[at] = input.judged[i]!;
}
