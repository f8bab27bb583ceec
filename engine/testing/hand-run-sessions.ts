import { expect } from "vitest";
import { BY_WATERMARK, CHANGE_KINDS, PANES, REASONS } from "../data/change.ts";
import { columnOf } from "../data/column-buffer.ts";
import { BIGINT } from "../data/data-type.ts";
import type { Changelog, Having } from "../operator/changelog.ts";
import { sessionRules } from "../spec/session-rules.ts";
import { SessionAggregation } from "../window/session-aggregation.ts";
import { atClose, sumRules } from "./hand-made-rules.ts";
import type { SessionMoment, SessionWindowRules, WindowInput } from "../window/windowed-aggregation.ts";

export const GAP = 10;
export const NEVER = -Infinity;

export const changes = { emission: { ...atClose, mode: "changes" } } as const;

export type Preset = keyof typeof sessionRules;

/** Delays as a lateness of 5 ms gives them. */
const presets: Readonly<Record<Preset, Partial<SessionWindowRules>>> = {
  velostream: { closeDelay: 1, expireDelay: 5 },
  ksqldb: {
    closeDelay: 6,
    expireDelay: 6,
    printing: { updateBefore: false, unchangedEmits: true, havingExit: "tombstone" },
  },
  flink: { closeDelay: -1, expireDelay: -1 },
  risingwave: { closeDelay: 0, expireDelay: 0, byStart: false, compareKeys: (a, b) => a - b },
};

/** Told events: what, key, bounds, seq; of growth also the bounds before. */
export type Told = readonly unknown[];

export function sessions(
  preset: Preset,
  rules: Partial<SessionWindowRules> = {},
  told: Told[] | null = null,
) {
  const { touchingJoins, shownEnd } = sessionRules[preset];
  const all = {
    window: { kind: "session", gap: GAP, touchingJoins, shownEnd },
    session: sessionRules[preset],
    byStart: true,
    closeDelay: 1,
    expireDelay: 5,
    ...sumRules(),
    ...presets[preset],
    ...rules,
  } satisfies SessionWindowRules;
  const tell =
    (what: string) =>
    ({ key, start, end, seq, timer }: SessionMoment, ...old: readonly number[]): void =>
      void told?.push([what, key, start, end, seq, ...old, ...(timer ? ["timer"] : [])]);
  const watcher = {
    onOpened: tell("opened"),
    onGrown: tell("grown"),
    onAbsorbed: tell("absorbed"),
    onClosed: tell("closed"),
    onRetracted: tell("retracted"),
    onExpired: tell("expired"),
  };
  return new SessionAggregation(all, told && watcher);
}

/** [event time, group, value, watermark that judges it, watermark behind it: the same where left out]. */
export type Step = readonly [number, number, number, number, number?];

/** Offers records one by one, and advances after each. Values are powers of two, so that sums name the records. */
export function run(windows: SessionAggregation, steps: readonly Step[]) {
  const expired: number[] = [];
  const corrected: number[] = [];
  steps.forEach(([time, key, value, judged, after = judged], seq) => {
    const input: WindowInput = {
      base: seq,
      times: Float64Array.of(time),
      rows: Int32Array.of(0),
      judged: Float64Array.of(judged),
      keys: Int32Array.of(key),
      arguments: [{ base: seq, columns: [columnOf(BIGINT, [BigInt(value)])] }],
    };
    windows.foresee(input, 1);
    windows.process(input, 0, 1, {
      onExpired: () => expired.push(seq),
      onCorrection: () => corrected.push(seq),
      onMissed: () => expect.unreachable(),
      onNoWindow: () => expect.unreachable(),
    });
    windows.advance(after, seq, BY_WATERMARK);
  });
  return { rows: rowsOf(windows.changelog), expired, corrected };
}

/**
 * Offers records as one input, and advances only where something closes, as a run without a trace does. A watermark
 * judges the record that moves it.
 */
export function runAtOnce(windows: SessionAggregation, steps: readonly Step[]) {
  const expired: number[] = [];
  const corrected: number[] = [];
  const count = steps.length;
  const input: WindowInput = {
    base: 0,
    times: Float64Array.from(steps, ([time]) => time),
    rows: Int32Array.from(steps, (_, row) => row),
    judged: Float64Array.from(steps, (step) => step[3]),
    keys: Int32Array.from(steps, ([, key]) => key),
    arguments: [
      {
        base: 0,
        columns: [
          columnOf(
            BIGINT,
            steps.map(([, , value]) => BigInt(value)),
          ),
        ],
      },
    ],
  };
  const listener = {
    ...sentinel,
    onExpired: (row: number) => void expired.push(row),
    onCorrection: (row: number) => void corrected.push(row),
  };
  windows.foresee(input, count);
  steps.forEach(([, , , judged, after = judged], row) => {
    windows.process(input, row, row + 1, listener);
    if (after >= windows.nextClose) windows.advance(after, row, BY_WATERMARK);
  });
  return { rows: rowsOf(windows.changelog), expired, corrected };
}

/** [kind, key, start, end, sum, cause, pane, reason] */
export function rowsOf(log: Changelog) {
  const sums = log.aggregates[0]!;
  return Array.from({ length: log.length }, (_, row) => [
    CHANGE_KINDS[log.kind[row]!],
    log.key[row],
    log.windowStart[row],
    log.windowEnd[row],
    sums.kind !== "number" || sums.validity?.[row] === 0 ? null : sums.values[row],
    log.cause[row],
    PANES[log.pane[row]!],
    REASONS[log.reason[row]!],
  ]);
}

/** Without pane and reason. */
export function brief(rows: readonly (readonly unknown[])[]) {
  return rows.map((row) => row.slice(0, 6));
}

/** Passes sums up to a limit. */
export function upTo(limit: number): Having {
  return {
    test: ({ aggregates }, from, to) => {
      const sums = aggregates[0]!;
      if (sums.kind !== "number") throw new Error("no number");
      return Uint8Array.from(sums.values.subarray(from, to), (sum) => (sum <= limit ? 1 : 0));
    },
  };
}

/** For records of which nothing is to be told. */
export const sentinel = {
  onExpired: () => expect.unreachable(),
  onCorrection: () => expect.unreachable(),
  onMissed: () => expect.unreachable(),
  onNoWindow: () => expect.unreachable(),
};
