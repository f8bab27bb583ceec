import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { judgedBy } from "../map/clock-steps.ts";
import type { AxisNames } from "../map/map-types.ts";
import { type Clock, duration, setting } from "../words/clock.ts";
import { article } from "../words/sentence.ts";
import type { TermName } from "../words/term-name.ts";
import { STAGES, type FirstSeqs, type Stage } from "./layers-at.ts";

/** A word that opens its definition, as it is written here. */
export interface TermPart {
  readonly term: TermName;
  readonly text: string;
}

/** A sentence in pieces. */
export type FirstSentence = readonly (string | TermPart)[];

/** What the two times of an order are called before the visitor knows "event" and "arrival". */
export const FIRST_AXES: AxisNames = { event: "placed", arrival: "arrived" };

/** What the sentences of this run depend on. */
export interface SentenceFacts {
  readonly mirror: TraceMirror;
  readonly query: Pick<
    QuerySummary,
    "allowedLateness" | "closeDelay" | "expireDelay" | "windowSize" | "watermarkScope"
  >;
  readonly clock: Clock;
  /** What one record is called: "order". */
  readonly noun: string;
}

/** Before the first record. */
export function startSentence({ noun }: Pick<SentenceFacts, "noun">): FirstSentence {
  return [`Each ring is ${article(noun)} ${noun} on its way: press Play and watch which ones are counted.`];
}

/** The sentence of each stage that this run comes to. */
export function stageSentences(seqs: FirstSeqs, facts: SentenceFacts): ReadonlyMap<Stage, FirstSentence> {
  return new Map(
    STAGES.flatMap((stage) => {
      const sentence = seqs[stage] === null ? null : sentenceOf(stage, seqs, facts);
      return sentence === null ? [] : [[stage, sentence]];
    }),
  );
}

function sentenceOf(stage: Stage, seqs: FirstSeqs, facts: SentenceFacts): FirstSentence | null {
  const { query, clock, noun, mirror } = facts;
  switch (stage) {
    case "dot":
      return [`A dot is ${article(noun)} ${noun}: across, when it was placed; up, when it arrived.`];
    case "window":
      return [
        "A ",
        { term: "window", text: "window" },
        ` counts the ${noun}s placed in the same ${setting(query.windowSize ?? 0)}.`,
      ];
    case "watermark":
      return [{ term: "watermark", text: "Watermark" }, `: no older ${noun} is expected any more.`];
    case "closes": {
      const window = mirror.windows.find(({ closed }) => closed === seqs.closes);
      if (!window) return null;
      return [
        `The watermark passed ${clock.tick(window.end + query.closeDelay)}: the window `,
        { term: "closes", text: "closes" },
        " and its rows go out.",
      ];
    }
    case "late":
      return [
        { term: "late", text: "Late" },
        `, yet counted: a closed window waits ${setting(query.allowedLateness)} and its row is corrected.`,
      ];
    case "dropped": {
      const miss = missOf(seqs.dropped!, facts);
      return miss === null ? null : dropSentence(miss, noun);
    }
  }
}

/** By how much a dropped record missed its window, as the map measures it. */
export interface Miss {
  /** ms of event time: the end of its window, and the watermark less the lateness when it came. */
  readonly from: number;
  readonly to: number;
  /** Seq of the record that expired its window; null: not told. */
  readonly culprit: number | null;
}

/** @param seq of a dropped record. @returns null where no watermark judged it, or it has no window. */
export function missOf(
  seq: number,
  {
    mirror,
    query,
  }: {
    readonly mirror: TraceMirror;
    readonly query: Pick<QuerySummary, "expireDelay" | "watermarkScope">;
  },
): Miss | null {
  const at = seq - mirror.first;
  const [time, partition] = [mirror.eventTime[at], mirror.partition[at]];
  const window = mirror.windows.find(
    (one) => one.partition === partition && one.start <= time! && time! < one.end,
  );
  const watermark = judgedBy(mirror, query, seq);
  if (!window || watermark === null) return null;
  return { from: window.end, to: watermark - query.expireDelay, culprit: window.expired };
}

/** "This order was dropped: it came 0.9 s too late." */
export function dropSentence({ from, to }: Miss, noun: string): FirstSentence {
  return [
    `This ${noun} was `,
    { term: "dropped", text: "dropped" },
    `: it came ${duration(to - from)} too late.`,
  ];
}

/** Why, after `dropSentence`. */
export function expirySentence(): FirstSentence {
  return ["Its window had ", { term: "expired", text: "expired" }, ", so it is counted nowhere."];
}
