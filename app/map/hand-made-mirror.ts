import {
  CLOSED,
  CORRECTED_BIT,
  EXPIRED,
  MISSED_BIT,
  OPENED,
  RETRACTED,
  type WindowSpec,
} from "../../engine/client/types.ts";
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
import { type GridWindow, gridWindows } from "./window-grid.ts";

export interface HandMadeRules {
  /** ms, of tumbling windows. */
  readonly size: number;
  /** Unless given: those. */
  readonly window?: WindowSpec;
  readonly bound: number;
  readonly lateness: number;
  /** Whether the end of input is traced as well. */
  readonly ends?: boolean;
  /** HAVING, of the records of a group in a window; unless given it always holds. */
  readonly having?: (records: number) => boolean;
}

interface LiveWindow extends GridWindow {
  readonly partition: number;
  closed: boolean;
}

/**
 * A trace as the engine's default rules make it, for tests: windows on a grid, one watermark for each partition,
 * which sees each record before it is judged.
 */
export function handMadeMirror(records: readonly HandMadeRecord[], rules: HandMadeRules): TraceMirror {
  const { size, bound, lateness, having = () => true } = rules;
  const grid = rules.window ?? ({ kind: "tumbling", size, offset: 0 } as const);
  const clocks = new Map<number, number>();
  const newest = new Map<number, number>();
  const groups = new Map<string, number>();
  const live: LiveWindow[] = [];
  const steps: HandMadeStep[] = [];
  const events: HandMadeEvent[] = [];
  const advance = (seq: number, partition: number, watermark: number): void => {
    for (const window of live.slice()) {
      if (window.partition !== partition) continue;
      const { start, end } = window;
      if (!window.closed && watermark >= end) {
        window.closed = true;
        events.push({ seq, event: CLOSED, partition, start, end });
      }
      if (watermark < end + lateness) continue;
      events.push({ seq, event: EXPIRED, partition, start, end });
      live.splice(live.indexOf(window), 1);
    }
  };
  const fates = records.map(([time, , partition, key = 0], seq) => {
    const before = clocks.get(partition);
    const watermark = before === undefined || time - bound > before + 100 ? time - bound : before;
    if (watermark !== before) steps.push([seq, partition, watermark]);
    clocks.set(partition, watermark);
    const behind = time < (newest.get(partition) ?? -Infinity);
    newest.set(partition, Math.max(time, newest.get(partition) ?? -Infinity));
    const own = gridWindows(grid, { from: time, to: time + 1 });
    const kept = own.filter(({ end }) => watermark < end + lateness);
    if (kept.length === 0) return DROPPED;
    let corrects = false;
    for (const { start, end } of kept) {
      let window = live.find(
        (each) => each.partition === partition && each.start === start && each.end === end,
      );
      if (!window) {
        live.push((window = { partition, start, end, closed: false }));
        events.push({ seq, event: OPENED, partition, start, end });
      }
      corrects ||= window.closed;
      const group = `${partition} ${start} ${end} ${key}`;
      const counted = (groups.get(group) ?? 0) + 1;
      groups.set(group, counted);
      if (counted > 1 && having(counted - 1) && !having(counted))
        events.push({ seq, event: RETRACTED, partition, start, end });
    }
    advance(seq, partition, watermark);
    const missed = kept.length < own.length ? MISSED_BIT : 0;
    if (time < watermark) return COUNTED_LATE | missed | (corrects ? CORRECTED_BIT : 0);
    return (behind ? OUT_OF_ORDER : COUNTED) | missed;
  });
  if (rules.ends)
    for (const partition of clocks.keys()) {
      steps.push([Infinity, partition, Infinity]);
      advance(Infinity, partition, Infinity);
    }
  return handMadeTrace(records, fates, steps, events);
}
