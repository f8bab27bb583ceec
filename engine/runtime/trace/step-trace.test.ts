import { expect, test } from "vitest";
import { StepTrace } from "./step-trace.ts";
import type { StepRows } from "./trace-order.ts";
import { COMBINED } from "./trace-tables.ts";

type Move = readonly [seq: number, clock: number, value: number, timer?: 1];

function rows(moves: readonly Move[]): StepRows {
  return {
    seq: Float64Array.from(moves, ([seq]) => seq),
    clock: Int16Array.from(moves, ([, clock]) => clock),
    value: Float64Array.from(moves, ([, , value]) => value),
    timer: Uint8Array.from(moves, ([, , , timer]) => timer ?? 0),
  };
}

function trace(...parts: (readonly Move[])[]): StepTrace {
  const steps = new StepTrace();
  steps.append(parts.map(rows));
  return steps;
}

function moves(steps: StepTrace): Move[] {
  const { seq, clock, value } = steps.rows(0, steps.end);
  return Array.from(seq, (at, i): Move => [at, clock[i]!, value[i]!]);
}

test("hosts are merged by seq, in whatever order they come", () => {
  const one: Move[] = [
    [0, 0, 5],
    [4, 2, 6],
  ];
  const other: Move[] = [
    [1, 1, 3],
    [5, 3, 7],
  ];
  const merged = [one[0], other[0], one[1], other[1]];
  expect(moves(trace(one, other))).toEqual(merged);
  expect(moves(trace(other, one))).toEqual(merged);
});

test("moves of one seq on several hosts stand by clock", () => {
  const [low, high]: Move[][] = [[[3, 0, 1]], [[3, 1, 1]]];
  expect(moves(trace(high!, low!))).toEqual(moves(trace(low!, high!)));
});

test("moves that one record causes keep the order in which they happened", () => {
  const happened: Move[] = [
    [3, COMBINED, 10, 1],
    [3, 1, 40],
    [3, COMBINED, 20],
  ];
  expect(moves(trace(happened))).toEqual(happened.map((move) => move.slice(0, 3)));
});

test("before a record's own observation, its timers have passed", () => {
  const steps = trace([
    [1, COMBINED, 5],
    [3, COMBINED, 10, 1],
    [3, COMBINED, 20],
  ]);
  expect(steps.at(COMBINED, 0, false)).toBeNull();
  expect(steps.at(COMBINED, 2, true)).toEqual({ seq: 1, value: 5, timer: false });
  expect(steps.at(COMBINED, 3, true)).toEqual({ seq: 3, value: 10, timer: true });
  expect(steps.at(COMBINED, 3, false)).toEqual({ seq: 3, value: 20, timer: false });
  expect(steps.at(COMBINED, 9, true)).toEqual({ seq: 3, value: 20, timer: false });
  expect(steps.at(7, 9, true)).toBeNull();
});

test("reaching: the first move to a value or beyond", () => {
  const steps = trace([
    [1, 0, 5],
    [3, 0, 20],
  ]);
  expect(steps.reaching(0, 5)?.seq).toBe(1);
  expect(steps.reaching(0, 6)?.seq).toBe(3);
  expect(steps.reaching(0, 21)).toBeNull();
});

test("forget keeps the last move and what each clock was then, and later rows keep their index", () => {
  const steps = trace([
    [1, 0, 5],
    [2, 1, 6],
    [3, 0, 20],
    [8, 0, 30],
  ]);
  steps.forget(5);
  expect(steps.rows(0, steps.end)).toEqual({
    from: 2,
    ...rows([
      [3, 0, 20],
      [8, 0, 30],
    ]),
  });
  expect(steps.at(0, 5, false)).toEqual({ seq: 3, value: 20, timer: false });
  expect(steps.at(1, 5, false)).toEqual({ seq: 2, value: 6, timer: false });
});

test("reaching does not name a later move where the true one may be forgotten", () => {
  const steps = trace([
    [1, 0, 5],
    [3, 0, 20],
    [8, 0, 30],
  ]);
  steps.forget(5);
  expect(steps.reaching(0, 5)).toBeNull();
  expect(steps.reaching(0, 21)?.seq).toBe(8);
});
