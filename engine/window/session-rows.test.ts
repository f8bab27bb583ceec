import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  brief,
  changes,
  NEVER,
  run,
  runAtOnce,
  sessions,
  type Step,
  type Told,
  upTo,
} from "../testing/hand-run-sessions.ts";
import { atClose } from "../testing/hand-made-rules.ts";

describe("rows that are taken back", () => {
  test("velostream, EMIT CHANGES: where bounds move -D with the values last shown, then +I; inside +U", () => {
    const { rows } = run(sessions("velostream", changes), [
      [0, 0, 1, NEVER],
      [9, 0, 2, NEVER],
      [5, 0, 4, NEVER],
    ]);
    expect(rows).toEqual([
      ["+I", 0, 0, 10, 1, 0, "early", "record"],
      ["-D", 0, 0, 10, 1, 1, "early", "record"],
      ["+I", 0, 0, 19, 3, 1, "early", "record"],
      ["+U", 0, 0, 19, 7, 2, "early", "record"],
    ]);
  });

  test("a merge takes both back, ascending by start, with the reason merge", () => {
    const { rows } = run(sessions("velostream", changes), [
      [18, 0, 1, NEVER],
      [0, 0, 2, NEVER],
      [9, 0, 4, NEVER],
    ]);
    expect(rows.slice(2)).toEqual([
      ["-D", 0, 0, 10, 2, 2, "early", "merge"],
      ["-D", 0, 18, 28, 1, 2, "early", "merge"],
      ["+I", 0, 0, 28, 7, 2, "early", "merge"],
    ]);
  });

  test("EMIT FINAL: a closed session that grows is taken back at once, and comes again when it closes", () => {
    const { rows } = run(sessions("velostream"), [
      [0, 0, 1, NEVER, 12],
      [9, 0, 2, 12],
      [50, 1, 4, 50],
    ]);
    expect(rows).toEqual([
      ["+I", 0, 0, 10, 1, 0, "on-time", "watermark"],
      ["-D", 0, 0, 10, 1, 1, "early", "record"],
      ["+I", 0, 0, 19, 3, 2, "on-time", "watermark"],
    ]);
  });

  test("EMIT FINAL: at once if what it becomes is closed too", () => {
    const { rows } = run(sessions("velostream", { expireDelay: 40 }), [
      [0, 0, 1, NEVER],
      [18, 0, 2, NEVER, 40],
      [9, 0, 4, 40],
    ]);
    expect(rows.slice(2)).toEqual([
      ["-D", 0, 0, 10, 1, 2, "late", "merge"],
      ["-D", 0, 18, 28, 2, 2, "late", "merge"],
      ["+I", 0, 0, 28, 7, 2, "late", "merge"],
    ]);
  });

  test("EMIT FINAL: open sessions merge without a word", () => {
    const { rows } = run(sessions("velostream"), [
      [0, 0, 1, NEVER],
      [18, 0, 2, NEVER],
      [9, 0, 4, NEVER, 30],
    ]);
    expect(rows).toEqual([["+I", 0, 0, 28, 7, 2, "on-time", "watermark"]]);
  });

  test("HAVING: what grows out of it is taken back and not replaced", () => {
    const told: Told[] = [];
    const { rows } = run(sessions("velostream", { ...changes, having: upTo(2) }, told), [
      [0, 0, 1, NEVER],
      [9, 0, 2, NEVER],
    ]);
    expect(brief(rows)).toEqual([
      ["+I", 0, 0, 10, 1, 0],
      ["-D", 0, 0, 10, 1, 1],
    ]);
    expect(told.at(-1)).toEqual(["retracted", 0, 0, 19, 1]);
  });

  test("EMIT EVERY 2 ROWS: a row shown early is taken back where the session grows", () => {
    const { rows } = run(sessions("velostream", { emission: { ...atClose, everyRows: 2 } }), [
      [0, 0, 1, NEVER],
      [0, 0, 2, NEVER],
      [5, 0, 4, NEVER],
      [5, 0, 8, NEVER],
    ]);
    expect(brief(rows)).toEqual([
      ["+I", 0, 0, 10, 3, 1],
      ["-D", 0, 0, 10, 3, 2],
      ["+I", 0, 0, 15, 15, 3],
    ]);
  });
});

describe("ksqlDB", () => {
  test("a record at the time of a point session updates it; any other join is a tombstone and a row", () => {
    const { rows } = run(sessions("ksqldb", changes), [
      [0, 0, 1, NEVER],
      [0, 0, 2, NEVER],
      [8, 0, 4, NEVER],
      [3, 0, 8, NEVER],
    ]);
    expect(brief(rows)).toEqual([
      ["+I", 0, 0, 10, 1, 0],
      ["+U", 0, 0, 10, 3, 1],
      ["-D", 0, 0, 10, null, 2],
      ["+I", 0, 0, 18, 7, 2],
      ["-D", 0, 0, 18, null, 3],
      ["+I", 0, 0, 18, 15, 3],
    ]);
  });

  test("a session printed as final is extended by a record in time, and printed again, with no tombstone", () => {
    const { rows } = run(sessions("ksqldb"), [
      [0, 0, 1, NEVER, 16],
      [10, 0, 2, 16],
      [50, 1, 4, 50],
    ]);
    expect(brief(rows)).toEqual([
      ["+I", 0, 0, 10, 1, 0],
      ["+I", 0, 0, 20, 3, 2],
    ]);
  });

  test("a closed session is found for as long as a record in time may reach it through others", () => {
    const { rows, expired } = run(sessions("ksqldb", changes), [
      [0, 0, 1, NEVER],
      [60, 0, 2, 60],
      ...[52, 44, 36, 28, 20].map((time): Step => [time, 0, 0, 65]),
      [10, 0, 4, 65],
    ]);
    expect(expired).toEqual([]);
    expect(brief(rows).at(-1)).toEqual(["+I", 0, 0, 70, 7, 7]);
  });

  // Closed sessions that take corrections, and are joined after that: rules that a comparison mixes of two presets.
  const retained = { ...changes, closeDelay: 1, expireDelay: 20 };

  test("a correction that waits to be printed is of its own session, whoever gets the slot of that", () => {
    const steps: Step[] = [
      [0, 0, 1, NEVER, 15],
      [0, 0, 2, 15],
      ...[115, 125, 135, 145].map((time): Step => [time, 0, 0, 15]),
      [160, 1, 4, 150],
      [108, 0, 8, 150],
      [170, 2, 16, 150],
    ];
    const { rows, corrected } = runAtOnce(sessions("ksqldb", retained), steps);
    expect(corrected).toEqual([1]);
    expect(brief(rows).filter(([, , , , , cause]) => cause === 1 || cause === 8)).toEqual([
      ["+U", 0, 0, 10, 3, 1],
      ["+I", 2, 170, 180, 16, 8],
    ]);
    expect(rows).toEqual(run(sessions("ksqldb", retained), steps).rows);
  });

  test("what leaves is the same one by one and at once, traced or not, however long closed sessions are kept", () => {
    const moves = fc.record({
      back: fc.integer({ min: 0, max: 130 }),
      key: fc.integer({ min: 0, max: 2 }),
      on: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 90 })),
    });
    fc.assert(
      fc.property(
        fc.array(moves, { minLength: 5, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (found, expireDelay) => {
          const rules = { ...changes, closeDelay: 1, expireDelay };
          let watermark = 0;
          const steps = found.map(({ back, key, on }, i): Step => {
            watermark += on;
            return [watermark + 20 - back, key, 2 ** (i % 50), watermark];
          });
          const wanted = run(sessions("ksqldb", rules), steps);
          expect(runAtOnce(sessions("ksqldb", rules), steps)).toEqual(wanted);
          expect(run(sessions("ksqldb", rules, []), steps)).toEqual(wanted);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("and is gone then: what is kept of a group does not grow with its past", () => {
    const windows = sessions("ksqldb", changes);
    run(
      windows,
      Array.from({ length: 500 }, (_, i): Step => [50 * i, 0, 1, 50 * i]),
    );
    expect(windows.sessions).toBeLessThan(6);
  });
});
