import { describe, expect, test } from "vitest";
import type { HandMadeRecord } from "./hand-made-trace.ts";
import { handMadeSessions } from "./hand-made-sessions.ts";
import { type SessionAt, SessionLookup } from "./session-lookup.ts";

const rules = { gap: 5_000, bound: 6_000, lateness: 5_000 };

/** Clicks of one user, seconds: the fifth joins two sessions, the ninth corrects what they became. */
const clicks: readonly HandMadeRecord[] = (
  [
    [2, 2.6],
    [5, 5.5],
    [13, 13.4],
    [14.5, 15],
    [9, 16.2],
    [17, 17.6],
    [29, 29.5],
    [26, 30.4],
    [16, 32.2],
    [35, 35.6],
  ] as const
).map(([time, arrival]) => [1_000 * time, 1_000 * arrival, 0, 0]);

/** @param from records that the index has seen before; it is looked at again at `read`. */
function sessionsAt(read: number, from = read): SessionAt[] {
  const mirror = handMadeSessions(clicks, rules, ["ben"]);
  const index = new SessionLookup();
  index.update(mirror, from);
  return index.windowsAt(0, 0, 60_000, { read, ended: false });
}

const spans = (sessions: readonly SessionAt[]): string[] =>
  sessions.map(
    ({ start, end, counted, state, session: { absorbed } }) =>
      `[${start / 1_000}, ${end / 1_000}) ${counted} ${absorbed === null ? state : `into another by #${absorbed}`}`,
  );

describe("sessions at a position", () => {
  test("grow with each record", () => {
    expect(spans(sessionsAt(1))).toEqual(["[2, 7) 1 open"]);
    expect(spans(sessionsAt(2))).toEqual(["[2, 10) 2 open"]);
    expect(sessionsAt(2)[0]!.session.phases).toEqual([
      { seq: 0, start: 2_000, end: 7_000, joined: 1 },
      { seq: 1, start: 2_000, end: 10_000, joined: 1 },
    ]);
  });

  test("merge: the earlier one takes the records of the later, which ends there", () => {
    expect(spans(sessionsAt(4))).toEqual(["[2, 10) 2 open", "[13, 19.5) 2 open"]);
    expect(spans(sessionsAt(5))).toEqual(["[2, 19.5) 5 open", "[13, 19.5) 2 into another by #4"]);
    expect(sessionsAt(5)[0]!.session.phases.at(-1)).toMatchObject({ seq: 4, joined: 2 });
  });

  test("close, are corrected and expire", () => {
    expect(spans(sessionsAt(7))[0]).toBe("[2, 22) 6 closed");
    expect(sessionsAt(9)[0]).toMatchObject({ counted: 7, corrections: [8], state: "closed" });
    expect(spans(sessionsAt(10))[0]).toBe("[2, 22) 7 expired");
  });

  test("are told with their group", () => {
    expect(sessionsAt(1)[0]!.session).toMatchObject({ key: 0, group: "ben" });
  });

  test("know nothing of records to come, however far the run was looked at", () => {
    for (let read = 0; read <= clicks.length; read++)
      expect(sessionsAt(read, clicks.length)).toEqual(sessionsAt(read));
  });
});

test("sessions of two groups are two, also where their bounds are the same", () => {
  const mirror = handMadeSessions(
    [
      [1_000, 1_000, 0, 0],
      [1_000, 1_100, 0, 1],
    ],
    rules,
    ["ana", "eva"],
  );
  const index = new SessionLookup();
  index.update(mirror, 2);
  const found = index.windowsAt(0, 0, 10_000, { read: 2, ended: false });
  expect(found.map(({ session, counted }) => [session.group, counted])).toEqual([
    ["ana", 1],
    ["eva", 1],
  ]);
});
