import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { arrivalOf, closingClock, corners, readingAt } from "../map/clock-steps.ts";
import type { Projection, Rect } from "../map/projection.ts";
import type { FirstSeqs, Stage } from "./layers-at.ts";
import { missOf } from "./sentences.ts";
import type { Ground, ToPlace } from "./place-sentences.ts";

/** px around the middle of a record, of one that a card points at, and on either side of a line. */
const [RECORD, TOLD, LINE] = [6, 11, 1];

export interface GroundFacts {
  readonly mirror: TraceMirror;
  readonly query: Pick<QuerySummary, "watermarkScope" | "expireDelay">;
  readonly partition: number;
  readonly seqs: FirstSeqs;
}

/**
 * What the sentences keep clear of: every record of the run, those to come too; and, where they can, the partition's
 * watermark up to the first drop and the edges of the panes that it closes.
 */
export function groundOf(
  { mirror, query, partition, seqs }: GroundFacts,
  projection: Projection,
): Omit<Ground, "stacked"> {
  const { x, y, view, plot } = projection;
  const read = (seqs.dropped ?? mirror.known - 1) + 1;
  const told = seqs.dropped === null ? null : missOf(seqs.dropped, { mirror, query });
  const marks: Rect[] = [];
  for (let i = 0; i < mirror.known - mirror.first; i++) {
    const [time, arrival] = [mirror.eventTime[i]!, mirror.arrival[i]!];
    if (Number.isNaN(time)) continue;
    const seq = mirror.first + i;
    marks.push(boxAround(x(time, arrival), y(time, arrival), seq === seqs.dropped ? TOLD : RECORD));
  }
  const until = arrivalOf(mirror, read - 1);
  if (told) {
    // The measured line, its number and the letter at the watermark.
    const [left, right, at] = [x(told.from, until), x(told.to, until), y(told.from, until)];
    marks.push({ left: left - 4, top: at - 24, width: Math.max(right - left, 36) + 8, height: 28 });
    const head = readingAt(mirror.clocks.get(partition), { read, ended: false });
    if (head !== null) marks.push(boxAround(x(head, until), at - 16, 9));
  }
  const lines: Rect[] = [];
  const steps = mirror.clocks.get(closingClock(query, partition) ?? partition);
  if (steps) {
    const past = steps.seqs.subarray(0, steps.length).filter((seq) => seq < read).length;
    const path = corners(steps, mirror, {
      past,
      until,
      offset: 0,
      highest: view.event.to,
      eventGrain: 1 / projection.eventScale,
      arrivalGrain: 1 / projection.otherScale,
    });
    for (let i = 2; i + 1 < path.length; i += 2)
      lines.push(lineBox(projection, [path[i - 2]!, path[i - 1]!], [path[i]!, path[i + 1]!]));
  }
  for (const { partition: of, start, end, closed, expired } of mirror.windows)
    if (of === partition)
      for (const seq of [closed, expired])
        if (seq !== null && seq < read) {
          const at = arrivalOf(mirror, seq);
          lines.push(lineBox(projection, [start, at], [end, at]));
        }
  if (seqs.late !== null) {
    const at = arrivalOf(mirror, seqs.late);
    const time = mirror.eventTime[seqs.late - mirror.first]!;
    const window = mirror.windows.find(
      (one) => one.partition === partition && one.start <= time && time < one.end,
    );
    if (window) lines.push(lineBox(projection, [window.start, at], [window.end, at]));
  }
  return { plot, marks, lines };
}

/** Where each stage's sentence belongs: what it tells of, on the canvas. */
export function anchorOf(
  stage: Stage,
  { mirror, partition, seqs }: GroundFacts,
  { x, y, view }: Projection,
): Pick<ToPlace, "where" | "anchor"> {
  const seq = seqs[stage]!;
  const arrival = arrivalOf(mirror, seq);
  const time = mirror.eventTime[seq - mirror.first]!;
  if (stage === "dot" || stage === "dropped")
    return { where: "beside", anchor: { x: x(time, arrival), y: y(time, arrival) } };
  if (stage === "window") {
    const window = mirror.windows.find((one) => one.partition === partition && one.opened === seq);
    const end = window?.end ?? time;
    return { where: "beside", anchor: { x: x(end, arrival), y: y(end, arrival) } };
  }
  return { where: "column", anchor: { x: x(view.event.from, arrival), y: y(view.event.from, arrival) } };
}

function boxAround(x: number, y: number, reach: number): Rect {
  return { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
}

type PlaneAt = readonly [event: number, arrival: number];

function lineBox({ x, y }: Projection, from: PlaneAt, to: PlaneAt): Rect {
  const [x0, x1] = [x(...from), x(...to)];
  const [y0, y1] = [y(...from), y(...to)];
  return {
    left: Math.min(x0, x1) - LINE,
    top: Math.min(y0, y1) - LINE,
    width: Math.abs(x1 - x0) + 2 * LINE,
    height: Math.abs(y1 - y0) + 2 * LINE,
  };
}
