import { TraceMirror } from "../engine/trace-mirror.ts";

/** [event time, arrival, partition, group key]; ms. */
export type HandMadeRecord = readonly [event: number, arrival: number, partition: number, key?: number];

/** A watermark's move. */
export type HandMadeStep = readonly [seq: number, clock: number, value: number];

/** What happened to a window; of sessions with the group, and with the bounds before where they moved. */
export interface HandMadeEvent {
  readonly seq: number;
  readonly event: number;
  readonly partition: number;
  readonly start: number;
  readonly end: number;
  readonly key?: number;
  readonly old?: readonly [start: number, end: number];
}

/** The bytes of verdicts, in the engine's order (`verdict.ts`). */
export const [COUNTED, OUT_OF_ORDER, COUNTED_LATE, DROPPED]: readonly [number, number, number, number] = [
  1, 2, 3, 4,
];

/** The page's copy of a trace of these, for tests. @param fates one for each record. @param groups texts of keys. */
export function handMadeTrace(
  records: readonly HandMadeRecord[],
  fates: readonly number[],
  steps: readonly HandMadeStep[],
  events: readonly HandMadeEvent[],
  groups?: readonly string[],
): TraceMirror {
  const mirror = new TraceMirror();
  mirror.take({
    run: 1,
    known: records.length,
    records: {
      from: 0,
      eventTime: Float64Array.from(records, ([time]) => time),
      arrival: Float64Array.from(records, ([, arrival]) => arrival),
      partition: Int16Array.from(records, ([, , partition]) => partition),
      fate: Uint8Array.from(fates),
      key: Int32Array.from(records, ([, , , key]) => key ?? 0),
    },
    steps: {
      from: 0,
      seq: Float64Array.from(steps, ([seq]) => seq),
      clock: Int16Array.from(steps, ([, clock]) => clock),
      value: Float64Array.from(steps, ([, , value]) => value),
      timer: new Uint8Array(steps.length),
    },
    windows: {
      from: 0,
      seq: Float64Array.from(events, ({ seq }) => seq),
      event: Uint8Array.from(events, ({ event }) => event),
      partition: Int16Array.from(events, ({ partition }) => partition),
      start: Float64Array.from(events, ({ start }) => start),
      end: Float64Array.from(events, ({ end }) => end),
      key: Int32Array.from(events, ({ key }) => key ?? -1),
      oldStart: Float64Array.from(events, ({ old }) => old?.[0] ?? NaN),
      oldEnd: Float64Array.from(events, ({ old }) => old?.[1] ?? NaN),
      timer: new Uint8Array(events.length),
    },
    ...(groups && { groups: { from: 0, texts: groups } }),
  });
  return mirror;
}
