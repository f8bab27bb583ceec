import fc from "fast-check";
import { expect, test } from "vitest";
import type { PresetName } from "../spec/semantics-rules.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import { runTraced, type TracedRun } from "./traced-run.ts";
import type { Trial } from "./trial.ts";

const native = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(ts, 5ms)";
const queries: readonly (readonly [PresetName, string])[] = [
  ["velostream", `${native} EMIT CHANGES`],
  ["velostream", `${native} HAVING COUNT(*) < 3 EMIT CHANGES`],
  ["velostream", native],
  ["velostream", `${native} EMIT EVERY 5ms`],
  [
    "ksqldb",
    "SELECT k, COUNT(*) AS n FROM t WINDOW SESSION (5 MILLISECONDS, GRACE PERIOD 3 MILLISECONDS) GROUP BY k EMIT CHANGES",
  ],
  ["flink", "SELECT k, COUNT(*) AS n FROM t GROUP BY k, SESSION(ts, INTERVAL '0.005' SECOND)"],
  ["risingwave", `${native} EMIT ON WINDOW CLOSE`],
];

const generatedSessions: fc.Arbitrary<Trial> = fc
  .record({
    query: fc.constantFrom(...queries),
    partitions: fc.integer({ min: 1, max: 4 }),
    bound: fc.constantFrom(0, 3, 20),
    stream: streamDefinition,
    records: generatedRecords,
    endOfInput: fc.boolean(),
    batch: fc.integer({ min: 1, max: 20 }),
    workers: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ query: [preset, sql], partitions, bound, ...rest }) => ({
    ...rest,
    sql: `-- @num_partitions: ${partitions}\n${sql}`,
    preset,
    settings: { "watermark.max_out_of_orderness": `${bound}ms`, "watermark.min_advance": "0ms" },
  }));

function holds(rule: (trial: Trial) => void): void {
  fc.assert(fc.property(generatedSessions, rule), { numRuns: 300 });
}

test("law 3: the trace of sessions is one, whatever the batches and the number of threads", () => {
  holds((trial) => {
    const found = runTraced(trial);
    const wanted = runTraced({ ...trial, batch: 8192, workers: 1 });
    expect(found.windows.rows(0, found.windows.end)).toEqual(wanted.windows.rows(0, wanted.windows.end));
    expect(found.windows.histories).toEqual(wanted.windows.histories);
  });
});

test("tracing changes no row of sessions", () => {
  holds((trial) => {
    expect(runTraced(trial).rows).toEqual(runTraced(trial, false).rows);
  });
});

test("at each moment the sessions of a group lie apart, and hold the records that were counted in them", () => {
  holds((trial) => {
    const run = runTraced(trial);
    const { query } = run.plan;
    const gap = query.kind === "aggregate" && query.window?.kind === "session" ? query.window.gap : NaN;
    for (let read = 1; read <= run.records.length; read++) {
      const there = sessionsAt(run, read);
      there.forEach((session, i) => {
        const next = there[i + 1];
        expect(session.start + gap <= session.end).toBe(true);
        if (next?.partition === session.partition && next.session!.key === session.session!.key)
          expect(next.start).toBeGreaterThanOrEqual(session.end);
      });
    }
  });
});

test("each row names a session that was there when it left, or that its record took back", () => {
  holds((trial) => {
    const run = runTraced(trial);
    run.rows.forEach(({ cause, kind, partition, windowStart, windowEnd }, i) => {
      const named = run.windows.histories.filter(
        ({ start, end, session, ...of }) =>
          start === windowStart &&
          end === windowEnd &&
          of.partition === partition &&
          session!.key === run.groups[i],
      );
      const wasThere = named.some(
        ({ opened, session }) =>
          opened <= cause &&
          (session!.replaced === null ||
            session!.replaced > cause ||
            (kind === "-D" && session!.replaced === cause)),
      );
      const byTimer = named.some(({ opened, session }) => opened <= cause && session!.replaced === cause);
      expect(wasThere || byTimer).toBe(true);
    });
  });
});

/** Sessions with state when so many records are read, by partition, group and time. */
function sessionsAt({ windows }: TracedRun, read: number) {
  return windows.histories
    .filter(({ opened, expired, session }) => {
      const gone = session!.replaced ?? expired;
      return opened < read && (gone === null || gone >= read);
    })
    .toSorted((a, b) => a.partition - b.partition || a.session!.key - b.session!.key || a.start - b.start);
}
