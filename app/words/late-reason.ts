import type { QuerySummary, RecordStory, WatermarkMove } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import type { Sentence } from "./sentence.ts";

/** What became of a late record, in the few words of a cell, the verdict left out: "expired 00:29.8 by #25". */
export function lateReason(story: RecordStory, query: QuerySummary, clock: Clock): Sentence {
  const { windows, verdict, mover, judged } = story;
  const expired = windows.findLast(({ outcome }) => outcome === "expired");
  const corrected = windows.findLast(({ outcome }) => outcome === "corrected");
  if (verdict === "dropped" && expired)
    return expired.expired === null
      ? [`expired, watermark ${clock.moment(judged)}`]
      : [`expired ${clock.moment(expired.expired.arrival)}`, ...by(expired.expired)];
  if (verdict === "dropped")
    return mover === null ? [`late, watermark ${clock.moment(judged)}`] : ["late, watermark", ...by(mover)];
  if (corrected)
    return corrected.closed === null
      ? ["closed, row corrected"]
      : [`closed ${clock.moment(corrected.closed.arrival)}`, ...by(corrected.closed)];
  return query.windowed ? ["window still open"] : mover === null ? [] : ["all the same", ...by(mover)];
}

function by({ seq, timer }: WatermarkMove): Sentence {
  if (!Number.isFinite(seq)) return [" by the end of input"];
  return [timer ? " by idleness at " : " by ", { record: seq }];
}
