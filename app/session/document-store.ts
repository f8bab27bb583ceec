import { create } from "zustand";
import type { Diagnostic, SampleDescription, SeenDialect } from "../../engine/client/types.ts";
import type { PutAway } from "./draft-storage.ts";

/** A stream that the visitor opened from a file. */
export interface OpenedFile {
  readonly name: string;
  readonly format: "csv" | "jsonl";
  readonly blob: Blob;
  readonly starter: string;
}

/** The query being written, where its records come from, and what is known of its text. */
export interface DocumentState {
  readonly samples: readonly SampleDescription[];
  readonly sampleId: string | null;
  /** Set while a file is the source instead of the sample. */
  readonly file: OpenedFile | null;
  /** The text in the editor. */
  readonly sql: string;
  /** The text of the loaded run; null before the first. */
  readonly ranSql: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Whose SQL the text is, as it is read; null where it holds no query. */
  readonly dialect: SeenDialect | null;
  /** A query that the visitor typed and a choice of sample put away. */
  readonly putAway: PutAway | null;
  /** Whether the text came with a link and was not changed since: it is no draft of the visitor's. */
  readonly linked: boolean;
  /** Grows when the text was set by something other than typing; the editor then takes it over, undoably. */
  readonly revision: number;
}

export const useDocument = create<DocumentState>(() => ({
  samples: [],
  sampleId: null,
  file: null,
  sql: "",
  ranSql: null,
  diagnostics: [],
  dialect: null,
  putAway: null,
  linked: false,
  revision: 0,
}));

/** The chosen sample, also while a file stands in for it; null before the samples are known. */
export function currentSample(state: DocumentState): SampleDescription | null {
  return state.samples.find((sample) => sample.id === state.sampleId) ?? null;
}

/** The query that the present source starts with. */
export function starterQuery(state: DocumentState): string {
  return state.file?.starter ?? currentSample(state)?.query ?? "";
}

/** What one record of the present source is called. */
export function recordNoun(state: DocumentState): string {
  return state.file ? "record" : (currentSample(state)?.noun ?? "record");
}

/** Whether the text differs from what was run: then Run is the ink button. */
export function isEdited(state: DocumentState): boolean {
  return state.ranSql !== null && state.sql !== state.ranSql;
}
