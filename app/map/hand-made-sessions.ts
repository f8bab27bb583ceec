import { ABSORBED, CLOSED, CORRECTED_BIT, EXPIRED, GROWN, OPENED } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import {
  COUNTED,
  COUNTED_LATE,
  DROPPED,
  type HandMadeEvent,
  type HandMadeRecord,
  type HandMadeStep,
  handMadeTrace,
  OUT_OF_ORDER,
} from "./hand-made-trace.ts";

/** All ms. */
export interface SessionRules {
  readonly gap: number;
  readonly bound: number;
  readonly lateness: number;
}

interface LiveSession {
  readonly partition: number;
  readonly key: number;
  start: number;
  end: number;
  closed: boolean;
}

/**
 * A trace of sessions as the engine's default rules make it, for tests: a session closes when the watermark is past its
 * end, and a record a gap away joins it.
 */
export function handMadeSessions(
  records: readonly HandMadeRecord[],
  { gap, bound, lateness }: SessionRules,
  groups: readonly string[] = [],
): TraceMirror {
  const clocks = new Map<number, number>();
  const newest = new Map<number, number>();
  const steps: HandMadeStep[] = [];
  const events: HandMadeEvent[] = [];
  const live = new Set<LiveSession>();
  const tell = (seq: number, event: number, session: LiveSession, old?: readonly [number, number]): void => {
    const { partition, key, start, end } = session;
    events.push({ seq, event, partition, key, start, end, ...(old && { old }) });
  };
  const settle = (seq: number, partition: number, watermark: number): void => {
    for (const session of live) {
      if (session.partition !== partition) continue;
      if (!session.closed && watermark > session.end) {
        session.closed = true;
        tell(seq, CLOSED, session);
      }
      if (watermark < session.end + lateness || !session.closed) continue;
      tell(seq, EXPIRED, session);
      live.delete(session);
    }
  };
  const fates = records.map(([time, , partition, key = 0], seq) => {
    const before = clocks.get(partition) ?? -Infinity;
    const watermark = time - bound > before + 100 ? time - bound : before;
    if (watermark !== before) steps.push([seq, partition, watermark]);
    clocks.set(partition, watermark);
    const behind = time < (newest.get(partition) ?? -Infinity);
    newest.set(partition, Math.max(time, newest.get(partition) ?? -Infinity));
    const near = [...live]
      .filter((each) => each.partition === partition && each.key === key)
      .filter(({ start, end }) => start <= time + gap && time <= end)
      .sort((a, b) => a.start - b.start);
    const start = Math.min(time, ...near.map((each) => each.start));
    const end = Math.max(time + gap, ...near.map((each) => each.end));
    if (watermark >= end + lateness) return DROPPED;
    const corrects = near.some(({ closed }) => closed);
    const [first, ...others] = near;
    const session = first ?? { partition, key, start, end, closed: false };
    if (!first) {
      live.add(session);
      tell(seq, OPENED, session);
    } else if (first.start !== start || first.end !== end) {
      const old = [first.start, first.end] as const;
      Object.assign(first, { start, end, closed: false });
      tell(seq, GROWN, first, old);
      for (const other of others) {
        live.delete(other);
        tell(seq, ABSORBED, first, [other.start, other.end]);
      }
    }
    settle(seq, partition, watermark);
    if (time < watermark) return COUNTED_LATE | (corrects ? CORRECTED_BIT : 0);
    return behind ? OUT_OF_ORDER : COUNTED;
  });
  return handMadeTrace(records, fates, steps, events, groups);
}
