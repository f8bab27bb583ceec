import { useEffect, useMemo } from "react";
import type { QuerySummary } from "../../engine/client/types.ts";
import { useTrace } from "../engine/use-trace.ts";
import type { MapPlane } from "../map/map-plane.ts";
import type { Focus } from "../map/map-types.ts";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { chooseFocus, useMap } from "../session/map-store.ts";
import { useClock } from "../session/use-clock.ts";
import { measureText } from "../ui/measure-text.ts";
import { useMedia } from "../ui/use-media.ts";
import { plainText } from "../words/sentence.ts";
import { anchorOf, groundOf } from "./first-ground.ts";
import { useFirstRun } from "./first-run-store.ts";
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
  readonly partition: number;
  readonly start: { readonly text: FirstSentence; readonly onMap: SentenceOnMap | null };
  readonly texts: ReadonlyMap<Stage, FirstSentence>;
  readonly onMap: ReadonlyMap<string, SentenceOnMap>;
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

/** px: of the widest sentence beside its mark, of the narrowest, of the column where sentences stand there alone. */
const [WIDEST, NARROWEST, ALONE] = [420, 84, 190];
/** Times a window's width that a sentence of the column may take. */
const OVERHANG = 1.2;
/** px of the card around its words. */
const [CARD_SIDES, CARD_HEIGHT] = [48, 92];

/** The first run's scene; null while it is off, or nothing is known of the run. */
export function useFirstScene(query: QuerySummary, focus: Focus, plane: MapPlane | null): FirstScene | null {
  const { mirror, revision } = useTrace();
  const on = useFirstRun();
  const clock = useClock();
  const noun = useDocument(recordNoun);
  const narrow = useMedia("(width < 1180px) or (height < 700px)");
  useFocusOnDrop(on, revision);

  return useMemo(() => {
    if (!on || plane === null || revision === 0) return null;
    const dropped = firstDrop(mirror);
    const partition = dropped === null ? 0 : mirror.partition[dropped - mirror.first]!;
    const seqs = firstSeqs(mirror, partition, plane.whole.event.from);
    const facts = { mirror, query, clock, noun, partition, seqs };
    const { projection } = plane.panels[0]!;
    const ground = { ...groundOf(facts, projection), stacked: !narrow };
    const texts = stageSentences(seqs, facts);
    const windowWidth = (query.windowSize ?? 0) * projection.eventScale;
    const column = Math.max(windowWidth * OVERHANG, narrow ? ALONE : NARROWEST);
    const inFocus = focus.kind === "partition" && focus.partition === partition;

    const toPlace = (id: string, text: FirstSentence, at: Pick<ToPlace, "where" | "anchor">): Wrapping => {
      const most =
        at.where === "column" ? column : at.where === "middle" ? projection.plot.width - 16 : WIDEST;
      return { id, ...at, forms: formsOf(text, measure, { most, least: NARROWEST }) };
    };
    const placed = (wrappings: readonly Wrapping[]): SentenceOnMap[] =>
      placeSentences(wrappings, ground).map((place) => {
        const { forms } = wrappings.find(({ id }) => id === place.id)!;
        return { ...place, lines: forms[place.form]!.lines };
      });
    // What is told of windows belongs to the partition whose windows are drawn.
    const told = stagesAt(seqs, mirror.known).filter(
      (stage) => texts.has(stage) && (inFocus || stage === "dot" || stage === "dropped"),
    );
    const stages = told.map((stage) => toPlace(stage, texts.get(stage)!, anchorOf(stage, facts, projection)));
    const text = startSentence(facts);
    const start = toPlace("start", text, { where: "middle", anchor: { x: 0, y: 0 } });
    const miss = dropped === null ? null : missOf(dropped, facts);
    return {
      seqs,
      partition,
      texts,
      start: { text, onMap: placed([start])[0] ?? null },
      onMap: new Map(placed(stages).map((sentence) => [sentence.id, sentence])),
      drop: miss === null ? null : { seq: dropped!, miss, ...cardOf(miss) },
    };

    function cardOf(of: Miss): Omit<DropScene, "seq" | "miss"> {
      const [title, why] = [dropSentence(of, noun), expirySentence()];
      const width = Math.ceil(measureText(plainText(title), 600)) + CARD_SIDES;
      const { anchor } = anchorOf("dropped", facts, projection);
      const card: ToPlace = { id: "card", where: "over", anchor, forms: [{ width, height: CARD_HEIGHT }] };
      const before = stages.filter(({ id }) => id !== "dropped");
      const places = narrow ? [] : placeSentences([...before, card], ground);
      return { title, why, card: places.find(({ id }) => id === "card") ?? null };
    }
  }, [on, plane, revision, mirror, query, focus, clock, noun, narrow]);
}

interface Wrapping extends ToPlace {
  readonly forms: readonly Wrapped[];
}

function measure(text: string): number {
  return measureText(text, 400);
}

/** The map begins with the partition of the first drop; the visitor may choose another. */
function useFocusOnDrop(on: boolean, revision: number): void {
  const { mirror } = useTrace();
  const chosen = useMap(({ focus }) => focus !== null);
  useEffect(() => {
    const drop = on && !chosen ? firstDrop(mirror) : null;
    if (drop !== null) chooseFocus({ kind: "partition", partition: mirror.partition[drop - mirror.first]! });
  }, [on, chosen, mirror, revision]);
}
