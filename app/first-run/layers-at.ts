import { CORRECTED_BIT, verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { MapLayers } from "../map/map-types.ts";

/** What the first run shows one after another. */
export const STAGES = ["dot", "window", "watermark", "closes", "late", "dropped"] as const;

export type Stage = (typeof STAGES)[number];

/** The record that makes a stage true first, by its seq: it holds from position seq + 1 on. Null: none does. */
export type FirstSeqs = Readonly<Record<Stage, number | null>>;

/**
 * Which records make the stages true. The run is read ahead, so that this is known before they arrive.
 * @param partition the one in focus. @param planeStart ms: the event time at which the plane begins.
 */
export function firstSeqs(mirror: TraceMirror, partition: number, planeStart: number): FirstSeqs {
  const windows = mirror.windows.filter((window) => window.partition === partition);
  return {
    dot: mirror.known > mirror.first ? mirror.first : null,
    window: least(windows.map(({ opened }) => opened)),
    watermark: firstStepFrom(mirror, partition, planeStart),
    closes: least(windows.flatMap(({ closed }) => closed ?? [])),
    late: firstWhere(
      mirror,
      (fate) => verdictWord(fate) === "counted late" && (fate & CORRECTED_BIT) !== 0,
      partition,
    ),
    dropped: firstDrop(mirror),
  };
}

/** Seq of the first record that is counted nowhere because it came too late; null: not as far as is known. */
export function firstDrop(mirror: TraceMirror): number | null {
  return firstWhere(mirror, (fate) => verdictWord(fate) === "dropped", null);
}

/** Stages that are true at a position, in the order in which they became true. @param read records read. */
export function stagesAt(seqs: FirstSeqs, read: number): readonly Stage[] {
  return STAGES.filter((stage) => isTrue(seqs[stage], read)).toSorted((a, b) => seqs[a]! - seqs[b]!);
}

/** The layers of the map that are true at a position; stepping back hides them again. @param read records read. */
export function layersAt(seqs: FirstSeqs, read: number): MapLayers {
  const [dot, late] = [isTrue(seqs.dot, read), isTrue(seqs.late, read)];
  return {
    ground: dot,
    diagonal: dot,
    windows: isTrue(seqs.window, read),
    watermarks: isTrue(seqs.watermark, read),
    lateness: late,
    keyToLines: false,
    edgeWords: false,
    otherClocks: false,
  };
}

function isTrue(seq: number | null, read: number): boolean {
  return seq !== null && seq < read;
}

function least(seqs: readonly number[]): number | null {
  const first = Math.min(...seqs);
  return Number.isFinite(first) ? first : null;
}

function firstStepFrom({ clocks }: TraceMirror, partition: number, planeStart: number): number | null {
  const steps = clocks.get(partition);
  if (!steps) return null;
  const at = steps.values.subarray(0, steps.length).findIndex((value) => value >= planeStart);
  return at < 0 || !Number.isFinite(steps.seqs[at]!) ? null : steps.seqs[at]!;
}

/** @param partition null: any. */
function firstWhere(
  { first, known, fate, partition: partitions }: TraceMirror,
  holds: (fate: number) => boolean,
  partition: number | null,
): number | null {
  for (let i = 0; i < known - first; i++)
    if ((partition === null || partitions[i] === partition) && holds(fate[i]!)) return first + i;
  return null;
}
