import type { Engine, RunState } from "../../engine/client/types.ts";
import { tellMoved, tellNothing } from "../session/moves-store.ts";
import { selectRecord } from "../session/selection-store.ts";
import { createMover, type Move, type Mover } from "./mover.ts";
import type { States } from "./watch-states.ts";

/** Where the run is looked at: n, where n records are read; the last place, where the end of input is processed too. */
export function placeOf(state: RunState | null): number {
  if (state === null) return 0;
  return state.phase === "finished" ? lastPlace(state) : state.position;
}

/** The last place there is: length + 1; Infinity while the log is still being read. */
export function lastPlace(state: RunState | null): number {
  return state?.length === null || state === null ? Infinity : state.length + 1;
}

/** The deliberate moves over the engine's run. @param ask waits for the engine; null where it refuses. */
export function createRunMover(
  engine: Engine,
  states: States,
  ask: <Answer>(question: Promise<Answer>) => Promise<Answer | null>,
): Mover {
  return createMover({
    async hold() {
      if (states.newest()?.phase !== "playing") return;
      await ask(engine.pause());
      await states.until(({ phase }) => phase !== "playing");
    },
    place: () => placeOf(states.newest()),
    last: () => lastPlace(states.newest()),
    async seek(place) {
      await ask(engine.seek(place));
      await states.until((state) => {
        const there = place === Infinity ? state.phase === "finished" : placeOf(state) === place;
        return there || state.phase === "failed";
      });
    },
    async jump(event, direction) {
      const before = states.newest();
      const found = (await ask(engine.jump(event, direction))) ?? false;
      // Between two events there is at least one record: a jump that found one has left its place.
      if (found)
        await states.until(
          (state) =>
            state.phase !== "playing" && (placeOf(state) !== placeOf(before) || state.phase === "failed"),
        );
      return found;
    },
    async giveUp() {
      await ask(engine.pause());
    },
    ended(move, moved) {
      if (move.kind === "to") return;
      if (!moved) tellNothing(...wishOf(move));
      else {
        tellMoved();
        const place = placeOf(states.newest());
        const stands = states.newest()?.phase !== "playing";
        if (move.kind === "jump" && hasStory(move.event) && stands && place > 0) selectRecord(place - 1);
      }
    },
  });
}

/** What was not there, in words. */
function wishOf(move: Exclude<Move, { kind: "to" }>): Parameters<typeof tellNothing> {
  if (move.kind === "jump") return [move.event, move.direction];
  return ["record", move.records > 0 ? "next" : "previous"];
}

/** Whether the event is something that became of the record read last: it is then selected, so that its story shows. */
function hasStory(event: Extract<Move, { kind: "jump" }>["event"]): boolean {
  return event === "drop" || event === "correction";
}
