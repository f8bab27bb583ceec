import { expect, test } from "vitest";
import { NONE } from "./group-slots.ts";
import { SessionState } from "./session-state.ts";

/** Draws 0 … below - 1, the same each time. */
function draws(): (below: number) => number {
  let state = 12_345;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

test("the session that a time belongs to is found, however many there are, come and go", () => {
  const state = new SessionState();
  const draw = draws();
  const kept = new Map<number, number>();
  for (let step = 0; step < 20_000; step++) {
    const time = draw(5_000);
    const [older, newer] = [state.find(7, time), state.foundNewer];
    const before = [...kept.keys()].filter((start) => start <= time);
    expect(older).toBe(before.length === 0 ? NONE : kept.get(Math.max(...before)));
    const behind = [...kept.keys()].filter((start) => start > time);
    expect(newer).toBe(behind.length === 0 ? NONE : kept.get(Math.min(...behind)));
    const grows = step % 2_000 < 1_000;
    if (grows && !kept.has(time) && kept.size < 200) kept.set(time, state.add(7, time, step, older, newer));
    else if (!grows && older !== NONE) {
      kept.delete(state.start[older]!);
      state.remove(older);
    }
  }
  expect(state.size).toBe(kept.size);
});

test("sessions are found while the oldest go and newer ones come, many times over", () => {
  const state = new SessionState();
  const kept: number[] = [];
  for (let time = 0; time < 5_000; time++) {
    kept.push(state.add(7, time, time, kept.at(-1) ?? NONE, NONE));
    if (kept.length <= 400) continue;
    const first = time - 400;
    expect([state.find(7, first + 100.5), state.foundNewer]).toEqual([kept[100], kept[101]]);
    expect([state.find(7, first - 1), state.foundNewer]).toEqual([NONE, kept[0]]);
    state.remove(kept.shift()!);
  }
});

test("groups do not see each other's sessions; slots are given out again", () => {
  const state = new SessionState();
  const slot = state.add(1, 10, 0, NONE, NONE);
  expect(state.find(2, 10)).toBe(NONE);
  state.remove(slot);
  expect(state.find(1, 10)).toBe(NONE);
  expect(state.add(2, 20, 1, NONE, NONE)).toBe(slot);
  expect(state.window[slot]).toBe(slot);
});

test("state grows with what is kept", () => {
  const state = new SessionState();
  for (let i = 0; i < 5_000; i++) state.add(i, i, i, NONE, NONE);
  expect(state.capacity).toBeLessThan(5_000 * 1.376);
  expect(state.find(4_321, 5_000)).toBe(4_321);
  expect(state.window[state.capacity - 1]).toBe(state.capacity - 1);
});
