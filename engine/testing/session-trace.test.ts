import fc from "fast-check";
import { expect, test } from "vitest";
import { generatedSessions } from "./generate-sessions.ts";
import { handMadeTrial } from "./hand-made-trial.ts";
import { runTraced, type TracedRun } from "./traced-run.ts";
import type { Trial } from "./trial.ts";

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

test.each([
  // The gap is 5 ms and the grace 3: it closes above 5 + 3; a chain of ten leads to 55, whose session would expire above 60 + 3.
  ["its end, ten gaps and one more, and the grace", "a0 b8 b9 b63 b64", 2, 4],
  // 55 lies in reach, and its session goes on to 65: above 65 + 3.
  ["the end of a session that its chain may reach", "a0 b9 a55 a60 b68 b69", 1, 5],
  // 56 does not.
  ["nothing of a session that lies further", "a0 b9 a56 a61 b63 b64", 1, 5],
])("ksqlDB forgets a closed session when the watermark is past %s", (_, records, closed, expired) => {
  const sql =
    "SELECT k, COUNT(*) AS n FROM t WINDOW SESSION (5 MILLISECONDS, GRACE PERIOD 3 MILLISECONDS) GROUP BY k EMIT CHANGES";
  const { windows } = runTraced(handMadeTrial(sql, records, "ksqldb"));
  expect(windows.histories[0]).toMatchObject({ start: 0, end: 5, opened: 0, closed, expired });
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
