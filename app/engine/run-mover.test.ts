import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Direction, Engine, EventKind, RunState } from "../../engine/client/types.ts";
import { useMoves } from "../session/moves-store.ts";
import { chosenRecord, clearSelection, useSelection } from "../session/selection-store.ts";
import type { Mover } from "./mover.ts";
import { createRunMover } from "./run-mover.ts";
import { watchStates } from "./watch-states.ts";

const LENGTH = 10;
const DROPS = [2, 6];

/** Ten records, of which two are dropped. Its states come later than its answers, as those of a worker may. */
class LateEngine implements Pick<Engine, "seek" | "jump" | "pause" | "subscribe"> {
  readonly asked: string[] = [];
  place = 0;
  phase: RunState["phase"] = "paused";
  #listener: (state: RunState) => void = () => undefined;

  subscribe(listener: (state: RunState) => void): () => void {
    this.#listener = listener;
    listener(this.#state());
    return () => undefined;
  }

  async seek(place: number): Promise<void> {
    this.asked.push(`seek ${place}`);
    this.#stand(place);
  }

  async jump(kind: EventKind, direction: Direction): Promise<boolean> {
    this.asked.push(`${direction} ${kind}`);
    const places = DROPS.map((seq) => seq + 1);
    const found =
      direction === "next"
        ? places.find((place) => place > this.place)
        : places.findLast((place) => place < this.place);
    if (found !== undefined) this.#stand(found);
    return found !== undefined;
  }

  async pause(): Promise<void> {
    this.asked.push("pause");
    this.#stand(this.place);
  }

  /** Plays on to a place, and goes on playing there. */
  playedTo(place: number): void {
    this.place = place;
    this.phase = "playing";
    this.#listener(this.#state());
  }

  #stand(place: number): void {
    this.place = Math.min(place, LENGTH + 1);
    this.phase = place > LENGTH ? "finished" : "paused";
    setTimeout(() => this.#listener(this.#state()), 5);
  }

  #state(): RunState {
    const position = Math.min(this.place, LENGTH);
    return { phase: this.phase, run: 1, position, known: LENGTH, length: LENGTH } as RunState;
  }
}

let engine: LateEngine;
let mover: Mover;

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (task: () => void) => setTimeout(task, 0));
  engine = new LateEngine();
  const whole = engine as unknown as Engine;
  mover = createRunMover(whole, watchStates(whole), (question) => question);
  clearSelection();
  useMoves.setState({ notice: null, made: 0 });
});

afterEach(() => vi.unstubAllGlobals());

function jump(direction: Direction): Promise<void> {
  return mover.want({ kind: "jump", event: "drop", direction });
}

test("a step after a jump counts from where the jump came to, though its state comes late", async () => {
  void jump("next");
  await mover.want({ kind: "by", records: 1 });
  await mover.want({ kind: "by", records: 1 });
  expect(engine.asked).toEqual(["next drop", "seek 4", "seek 5"]);
});

test("next and previous drop choose the dropped record, so that its story shows", async () => {
  await jump("next");
  expect([engine.place, chosenRecord(useSelection.getState())]).toEqual([3, 2]);
  await jump("next");
  expect([engine.place, chosenRecord(useSelection.getState())]).toEqual([7, 6]);
  await jump("previous");
  expect([engine.place, chosenRecord(useSelection.getState())]).toEqual([3, 2]);
});

test("where there is no further drop nothing moves, and a notice says so until the next move", async () => {
  await jump("previous");
  expect(useMoves.getState()).toMatchObject({ notice: "No earlier drop", made: 0 });
  expect(engine.place).toBe(0);
  await mover.want({ kind: "by", records: 1 });
  expect(useMoves.getState()).toMatchObject({ notice: null, made: 1 });
});

test("behind the last record a step goes to the end of input, and none goes further", async () => {
  await mover.want({ kind: "to", place: LENGTH });
  await mover.want({ kind: "by", records: 1 });
  expect(engine.phase).toBe("finished");
  await mover.want({ kind: "by", records: 1 });
  expect(useMoves.getState().notice).toBe("No further record");
  await mover.want({ kind: "by", records: -1 });
  expect(engine.asked).toEqual(["seek 10", "seek 11", "seek 10"]);
});

test("a step while the run plays starts where it was paused", async () => {
  engine.playedTo(5);
  await mover.want({ kind: "by", records: 1 });
  expect(engine.asked).toEqual(["pause", "seek 6"]);
});
