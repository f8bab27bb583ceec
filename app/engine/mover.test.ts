import { expect, test } from "vitest";
import type { Direction, EventKind } from "../../engine/client/types.ts";
import { createMover, type Move, type Movable, together } from "./mover.ts";

const by = (records: number): Move => ({ kind: "by", records });
const to = (place: number): Move => ({ kind: "to", place });
const nextDrop: Move = { kind: "jump", event: "drop", direction: "next" };

/** A view over 10 records with a drop at record 6, whose every move ends only when the test says so. */
class SlowView implements Movable {
  at = 3;
  readonly asked: string[] = [];
  readonly ends: string[] = [];
  #release: () => void = () => undefined;

  readonly hold = (): Promise<void> => Promise.resolve();
  readonly place = (): number => this.at;
  readonly last = (): number => 11;
  readonly seek = async (place: number): Promise<void> => {
    this.asked.push(`seek ${place}`);
    await this.#turn();
    this.at = place;
  };
  readonly jump = async (event: EventKind, direction: Direction): Promise<boolean> => {
    this.asked.push(`${direction} ${event}`);
    await this.#turn();
    if (this.at >= 7) return false;
    this.at = 7;
    return true;
  };
  readonly giveUp = (): Promise<void> => {
    this.asked.push("give up");
    return Promise.resolve();
  };
  readonly ended = (move: Move, moved: boolean): void => {
    this.ends.push(`${move.kind} ${moved ? "moved" : "stayed"}`);
  };

  /** Lets the move under way end, and the one that waited begin. */
  async release(): Promise<void> {
    this.#release();
    for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => (this.#release = resolve));
  }
}

async function begun(view: SlowView, ...moves: readonly Move[]): Promise<ReturnType<typeof createMover>> {
  const mover = createMover(view);
  for (const move of moves) void mover.want(move);
  for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  return mover;
}

test("a step asked for twice moves two", async () => {
  const view = new SlowView();
  const mover = await begun(view, by(1));
  void mover.want(by(1));
  await view.release();
  await view.release();
  expect(view.asked).toEqual(["seek 4", "seek 5"]);
  expect(view.at).toBe(5);
});

test("steps of a held key become one move, however many come while one is under way", async () => {
  const view = new SlowView();
  const mover = await begun(view, by(1));
  for (let presses = 0; presses < 5; presses++) void mover.want(by(1));
  await view.release();
  await view.release();
  expect(view.asked).toEqual(["seek 4", "seek 9"]);
});

test("the latest place wins over those that were never begun", async () => {
  const view = new SlowView();
  const mover = await begun(view, to(1));
  for (const place of [2, 8, 5]) void mover.want(to(place));
  await view.release();
  await view.release();
  expect(view.asked).toEqual(["seek 1", "seek 5"]);
});

test("a step after a jump under way starts where the jump ends", async () => {
  const view = new SlowView();
  const mover = await begun(view, nextDrop);
  void mover.want(by(1));
  await view.release();
  await view.release();
  expect(view.asked).toEqual(["next drop", "seek 8"]);
});

test("a jump that finds nothing ends without a move, and says so", async () => {
  const view = new SlowView();
  view.at = 7;
  await begun(view, nextDrop);
  await view.release();
  expect(view.ends).toEqual(["jump stayed"]);
  expect(view.at).toBe(7);
});

test("no move leaves the log: before 0 and behind the end of input there is nothing", async () => {
  const view = new SlowView();
  await begun(view, by(-9));
  await view.release();
  expect(view.at).toBe(0);
  await begun(view, by(99));
  await view.release();
  expect(view.at).toBe(11);
  await begun(view, by(1));
  expect(view.asked).toEqual(["seek 0", "seek 11"]);
  expect(view.ends).toEqual(["by moved", "by moved", "by stayed"]);
});

test("a dropped move is never made; the promise of all of them ends with the one under way", async () => {
  const view = new SlowView();
  const mover = await begun(view, by(1), by(1));
  const idle = mover.drop();
  await view.release();
  await idle;
  expect(view.asked).toEqual(["seek 4"]);
});

test("steps are counted from a place that waits; a later place or jump makes earlier wishes void", () => {
  expect(together(to(5), by(-2))).toEqual(to(3));
  expect(together(by(2), by(-1))).toEqual(by(1));
  expect(together(by(2), to(9))).toEqual(to(9));
  expect(together(by(2), nextDrop)).toEqual(nextDrop);
  expect(together(nextDrop, by(1))).toEqual(by(1));
});

test("dropping gives up a search, which then tells of nothing found", async () => {
  const view = new SlowView();
  view.at = 8;
  const mover = await begun(view, nextDrop);
  void mover.drop();
  void mover.drop();
  await view.release();
  expect(view.asked).toEqual(["next drop", "give up"]);
  expect(view.ends).toEqual([]);
});
