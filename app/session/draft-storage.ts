/** What this needs of localStorage; it may be full, or refused altogether. */
export type DraftStore = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Longest query that is kept, in UTF-16 units; a longer one lives only as long as the page. */
export const LONGEST_DRAFT = 100_000;

const prefix = "windowpane.draft.";

/** @returns What the visitor last typed for this source, or null. Never throws. */
export function readDraft(store: DraftStore, source: string): string | null {
  try {
    const draft = store.getItem(prefix + source);
    return draft !== null && draft.length <= LONGEST_DRAFT ? draft : null;
  } catch {
    return null;
  }
}

/**
 * Keeps what the visitor typed for a source; text equal to the starter query is no draft.
 * @returns Whether storage now agrees with the text: false when it is too long, or storage is full or refused.
 */
export function keepDraft(store: DraftStore, source: string, text: string, starter: string): boolean {
  try {
    if (text === starter || text.length > LONGEST_DRAFT) {
      store.removeItem(prefix + source);
      return text === starter;
    }
    store.setItem(prefix + source, text);
    return true;
  } catch {
    return false;
  }
}

const lastSample = "windowpane.sample";

/** @returns Id of the sample that was open last, or null. */
export function readLastSample(store: DraftStore): string | null {
  try {
    return store.getItem(lastSample);
  } catch {
    return null;
  }
}

export function keepLastSample(store: DraftStore, id: string): void {
  try {
    store.setItem(lastSample, id);
  } catch {
    // Storage that is full or refused only means that the next visit starts with the first sample.
  }
}

/** A query of the visitor's own that something else took the place of. */
export interface PutAway {
  readonly sampleId: string;
  readonly sql: string;
}

const putAwayKey = "windowpane.put-away";

/** @returns What was put away and not taken back yet, or null. */
export function readPutAway(store: DraftStore): PutAway | null {
  try {
    const kept: unknown = JSON.parse(store.getItem(putAwayKey) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { sampleId, sql } = kept as Record<string, unknown>;
    return typeof sampleId === "string" && typeof sql === "string" ? { sampleId, sql } : null;
  } catch {
    return null;
  }
}

/** @param putAway null: nothing is put away any more. */
export function keepPutAway(store: DraftStore, putAway: PutAway | null): void {
  try {
    if (putAway === null) store.removeItem(putAwayKey);
    else if (putAway.sql.length <= LONGEST_DRAFT) store.setItem(putAwayKey, JSON.stringify(putAway));
  } catch {
    // Storage that is full or refused keeps it as long as the page alone.
  }
}
