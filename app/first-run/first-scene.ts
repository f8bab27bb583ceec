import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { Projection } from "../map/projection.ts";
import type { Clock } from "../words/clock.ts";
import { plainText } from "../words/sentence.ts";
import { anchorOf, groundOf } from "./first-ground.ts";
import { firstDrop, firstSeqs, type FirstSeqs, type Stage, stagesAt } from "./layers-at.ts";
import { placeSentences, type Placed, type ToPlace } from "./place-sentences.ts";
import {
  dropSentence,
  expirySentence,
  type FirstSentence,
  type Miss,
  missOf,
  stageSentences,
  startSentence,
} from "./sentences.ts";
import { formsOf, type Wrapped } from "./wrap-sentence.ts";

/** A sentence, and where on the map it stands. */
export interface SentenceOnMap extends Placed {
  readonly lines: Wrapped["lines"];
}

/** All that the first run says on the map, wherever the run is looked at. */
export interface FirstScene {
  readonly seqs: FirstSeqs;
  readonly start: { readonly text: FirstSentence; readonly onMap: SentenceOnMap | null };
  readonly texts: ReadonlyMap<Stage, FirstSentence>;
  readonly onMap: ReadonlyMap<string, SentenceOnMap>;
  /** Whether the sentences of the column stand above one another; else only the newest shows. */
  readonly stacked: boolean;
  readonly drop: DropScene | null;
}

/** What is told of the first drop. */
export interface DropScene {
  readonly seq: number;
  readonly miss: Miss;
  readonly title: FirstSentence;
  readonly why: FirstSentence;
  /** Null: the card has no place on the map, and stands under it. */
  readonly card: Placed | null;
}

export interface SceneFacts {
  readonly mirror: TraceMirror;
  readonly query: Pick<
    QuerySummary,
    "allowedLateness" | "closeDelay" | "expireDelay" | "windowSize" | "watermarkScope"
  >;
  readonly clock: Clock;
  /** What one record is called. */
  readonly noun: string;
  readonly projection: Projection;
  /** ms: the event time at which the whole plane begins. */
  readonly planeStart: number;
  /** Whose windows are drawn; null: nobody's alone. */
  readonly focus: number | null;
  /** Whether there is room for all sentences and for a card. */
  readonly roomy: boolean;
  /** px that a text of 12 px takes. */
  readonly measure: (text: string, weight: number) => number;
}

/** px: of the widest sentence beside its mark, of the narrowest, of the column where sentences stand there alone. */
const [WIDEST, NARROWEST, ALONE] = [420, 84, 190];
/** Times a window's width that a sentence of the column may take. */
const OVERHANG = 1.2;
/** px of the card around its words. */
const [CARD_SIDES, CARD_HEIGHT] = [48, 92];

/** Where the card has no place among all sentences, it stands under the map, and of the column only the newest shows. */
export function firstScene(facts: SceneFacts): FirstScene {
  const scene = sceneWith(facts, facts.roomy);
  return scene.stacked && scene.drop?.card === null ? sceneWith(facts, false) : scene;
}

function sceneWith(facts: SceneFacts, stacked: boolean): FirstScene {
  const { mirror, query, noun, projection } = facts;
  const dropped = firstDrop(mirror);
  const partition = dropped === null ? 0 : mirror.partition[dropped - mirror.first]!;
  const seqs = firstSeqs(mirror, partition, facts.planeStart);
  const run = { mirror, query, partition, seqs };
  const ground = { ...groundOf(run, projection), stacked };
  const texts = stageSentences(seqs, facts);
  const place = (all: readonly Wrapping[]): ReadonlyMap<string, SentenceOnMap> =>
    new Map(
      placeSentences(all, ground).map((placed) => {
        const { forms } = all.find(({ id }) => id === placed.id)!;
        return [placed.id, { ...placed, lines: forms[placed.form]!.lines }];
      }),
    );
  const wrapped = (id: string, text: FirstSentence, at: Pick<ToPlace, "where" | "anchor">): Wrapping => {
    const room = { most: roomOf(at.where, facts, stacked), least: NARROWEST };
    return { id, ...at, forms: formsOf(text, (part) => facts.measure(part, 400), room) };
  };
  // What is told of windows belongs to the partition whose windows are drawn.
  const told = stagesAt(seqs, mirror.known).filter(
    (stage) => texts.has(stage) && (facts.focus === partition || stage === "dot" || stage === "dropped"),
  );
  const stages = told.map((stage) => wrapped(stage, texts.get(stage)!, anchorOf(stage, run, projection)));
  const start = startSentence(facts);
  const startAt = place([wrapped("start", start, { where: "middle", anchor: { x: 0, y: 0 } })]);
  const miss = dropped === null ? null : missOf(dropped, facts);
  const scene = {
    seqs,
    texts,
    stacked,
    start: { text: start, onMap: startAt.get("start") ?? null },
    onMap: place(stages),
  };
  if (dropped === null || miss === null) return { ...scene, drop: null };
  const title = dropSentence(miss, noun);
  const card: ToPlace = {
    id: "card",
    where: "over",
    anchor: anchorOf("dropped", run, projection).anchor,
    forms: [{ width: Math.ceil(facts.measure(plainText(title), 600)) + CARD_SIDES, height: CARD_HEIGHT }],
  };
  const before = stages.filter(({ id }) => id !== "dropped");
  const places = stacked ? placeSentences([...before, card], ground) : [];
  const cardPlace = places.find(({ id }) => id === "card") ?? null;
  return { ...scene, drop: { seq: dropped, miss, title, why: expirySentence(), card: cardPlace } };
}

interface Wrapping extends ToPlace {
  readonly forms: readonly Wrapped[];
}

/** px that a sentence may take across. */
function roomOf(where: ToPlace["where"], { query, projection }: SceneFacts, stacked: boolean): number {
  if (where === "middle") return projection.plot.width - 16;
  if (where !== "column") return WIDEST;
  const window = (query.windowSize ?? 0) * projection.eventScale;
  return Math.max(window * OVERHANG, stacked ? NARROWEST : ALONE);
}
