import { create } from "zustand";
import { mirror } from "../engine/use-trace.ts";
import { readAddress } from "../session/address.ts";
import { isEdited, starterQuery, useDocument, type DocumentState } from "../session/document-store.ts";
import { useLayout } from "../session/layout-store.ts";
import { useMap } from "../session/map-store.ts";
import { useRun } from "../session/run-store.ts";
import { selectRecord, useSelection } from "../session/selection-store.ts";
import { useTraceSetting } from "../session/trace-setting.ts";
import { isLink } from "../share/link-codec.ts";
import { firstDrop } from "./layers-at.ts";
import { SEEN_KEY } from "./seen-key.ts";

/** The sample that a first visitor sees. */
const SAMPLE = "late-orders";

/** The guided first visit: it ends for good, and comes again only when asked for. */
export interface FirstRun {
  readonly on: boolean;
  /** Whether the first drop has told its story: then Play plays on past it. */
  readonly explained: boolean;
}

const wanted = isFirstVisit();
if (wanted) showMap();

export const useFirstRunState = create<FirstRun>(() => ({ on: wanted, explained: false }));

/** Whether the page shows only what the first run needs. All conditions of the reduced page come from here. */
export function useFirstRun(): boolean {
  return useFirstRunState(({ on }) => on);
}

/** Whether the story of the first drop is open: then Play on is the page's ink button. */
export function useDropStory(): boolean {
  const waits = useFirstRunState(({ on, explained }) => on && !explained);
  const position = useRun(({ state }) => (state?.phase === "paused" ? state.position : 0));
  const chosen = useSelection(({ target }) => target !== null);
  const edited = useDocument(isEdited);
  const stop = pauseAt();
  return waits && !chosen && !edited && stop !== undefined && position === stop;
}

/** Position at which Play pauses by itself, once: behind the first drop; undefined: nowhere. */
export function pauseAt(): number | undefined {
  const { on, explained } = useFirstRunState.getState();
  if (!on || explained) return undefined;
  const drop = firstDrop(mirror);
  const position = useRun.getState().state?.position ?? 0;
  return drop === null || position > drop + 1 ? undefined : drop + 1;
}

/** The first drop was read about; it stays on the map as a sentence. */
export function closeDropStory(): void {
  useFirstRunState.setState({ explained: true });
}

/** Ends the first run and tells the whole story of the first drop. */
export function showWholeStory(): void {
  const drop = firstDrop(mirror);
  end();
  if (drop !== null) selectRecord(drop);
}

/**
 * The first run again, from position 0.
 * @param choose opens a sample with its starter query.
 */
export async function askAgain(choose: (sample: string) => Promise<void>): Promise<void> {
  forget();
  useTraceSetting.setState({ on: true });
  await choose(SAMPLE);
  useMap.setState({ orientation: null, focus: null, view: "fit", asTable: false });
  showMap();
  useFirstRunState.setState({ on: true, explained: false });
}

function isFirstVisit(): boolean {
  if (isLink(location.hash) || readAddress(location.search).sample !== null) return false;
  try {
    return localStorage.getItem(SEEN_KEY) === null;
  } catch {
    // Where nothing can be kept the first run would come with every visit.
    return false;
  }
}

function end(): void {
  if (!useFirstRunState.getState().on) return;
  useFirstRunState.setState({ on: false });
  try {
    localStorage.setItem(SEEN_KEY, "yes");
  } catch {
    // It was on, so storage could be read; where it is full by now, the next visit begins with the first run again.
  }
}

function forget(): void {
  try {
    localStorage.removeItem(SEEN_KEY);
  } catch {
    // What cannot be read has not kept anything either.
  }
}

/** On a phone only one view shows. */
function showMap(): void {
  useLayout.setState({ phoneTab: "map" });
}

/** Another sample, a file, or a query that is not the sample's own. */
function isElsewhere(state: DocumentState): boolean {
  if (state.samples.length === 0 || state.sampleId === null) return false;
  return (
    state.sampleId !== SAMPLE ||
    state.file !== null ||
    (state.ranSql !== null && state.ranSql !== starterQuery(state))
  );
}

useDocument.subscribe((state) => {
  if (isElsewhere(state)) end();
});
useRun.subscribe(({ state }) => {
  if (state?.phase === "finished") end();
});
