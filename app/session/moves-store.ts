import { create } from "zustand";
import type { Direction, EventKind } from "../../engine/client/types.ts";
import { noSuchEvent } from "../words/event-kinds.ts";

/** The visitor's deliberate moves through the run: steps and jumps. */
export interface Moves {
  /** What the transport jumps to. */
  readonly kind: EventKind;
  /** Why nothing moved just now, for some seconds; else null. */
  readonly notice: string | null;
  /** Steps and jumps made so far. */
  readonly made: number;
}

/** ms for which a notice stands. */
const STANDS = 5_000;

export const useMoves = create<Moves>(() => ({ kind: "drop", notice: null, made: 0 }));

let clearing: ReturnType<typeof setTimeout> | undefined;

/** A step or jump was made. */
export function tellMoved(): void {
  clearTimeout(clearing);
  useMoves.setState(({ made }) => ({ made: made + 1, notice: null }));
}

/** There was nothing to move to. */
export function tellNothing(kind: EventKind, direction: Direction): void {
  tell(noSuchEvent(kind, direction));
}

/** Without a trace nobody knows where the events are. */
export function tellUntraced(): void {
  tell("Stepping to an event needs the trace, which is off");
}

function tell(notice: string): void {
  clearTimeout(clearing);
  useMoves.setState({ notice });
  clearing = setTimeout(() => useMoves.setState({ notice: null }), STANDS);
}
