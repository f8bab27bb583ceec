import type { Direction, EventKind } from "../../engine/client/types.ts";

/** A deliberate move of the view. Places: n, where n records are read; length + 1, where the end of input is processed too. */
export type Move =
  | { readonly kind: "to"; readonly place: number }
  /** @property records to go on; back where below 0. */
  | { readonly kind: "by"; readonly records: number }
  | { readonly kind: "jump"; readonly event: EventKind; readonly direction: Direction };

/** What is moved. */
export interface Movable {
  /** Stops whatever moves the view by itself. */
  readonly hold: () => Promise<void>;
  readonly place: () => number;
  /** The last place there is; Infinity while it is not known. */
  readonly last: () => number;
  /** Resolves when the view is there. */
  readonly seek: (place: number) => Promise<void>;
  /** Resolves when the view is there. @returns Whether there is such an event; without one nothing moves. */
  readonly jump: (event: EventKind, direction: Direction) => Promise<boolean>;
  /** Ends a jump that still searches: the visitor wants something else. */
  readonly giveUp: () => Promise<void>;
  /** A move is over. @param moved false where there was nothing to move to. */
  readonly ended: (move: Move, moved: boolean) => void;
}

/** Moves the view as asked, one move at a time; those asked for meanwhile become one, so that a held key leaves no queue. */
export interface Mover {
  /** Resolves when no move is under way any more. */
  want(move: Move): Promise<void>;
  /** Forgets the move that waits, and gives up a search that is under way. Resolves as `want` does. */
  drop(): Promise<void>;
}

/** What two moves come to of which neither has begun: the later one, with its steps counted from the earlier one. */
export function together(earlier: Move | null, later: Move): Move {
  if (earlier === null || later.kind !== "by") return later;
  if (earlier.kind === "to") return { kind: "to", place: earlier.place + later.records };
  return earlier.kind === "by" ? { kind: "by", records: earlier.records + later.records } : later;
}

export function createMover(view: Movable): Mover {
  let waiting: Move | null = null;
  let moving: Promise<void> | null = null;
  /** Whether a jump is under way, and whether it was given up. */
  let searching = false;
  let givenUp = false;

  async function work(): Promise<void> {
    while (waiting !== null) {
      const move: Move = waiting;
      waiting = null;
      const moved = await make(move);
      if (moved || !givenUp) view.ended(move, moved);
      givenUp = false;
    }
    moving = null;
  }

  /** @returns Whether anything moved. */
  async function make(move: Move): Promise<boolean> {
    await view.hold();
    if (move.kind === "jump") {
      searching = true;
      const found = await view.jump(move.event, move.direction);
      searching = false;
      return found;
    }
    const from = view.place();
    const to = Math.max(0, Math.min(view.last(), move.kind === "to" ? move.place : from + move.records));
    if (to === from) return false;
    await view.seek(to);
    return true;
  }

  return {
    want(move) {
      waiting = together(waiting, move);
      return (moving ??= work());
    },
    drop() {
      waiting = null;
      if (searching && !givenUp) {
        givenUp = true;
        void view.giveUp();
      }
      return moving ?? Promise.resolve();
    },
  };
}
