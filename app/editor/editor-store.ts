import { create } from "zustand";
import type { SourceRange } from "../../engine/client/types.ts";

/** What other parts of the page ask of the editor, whichever of the two is there. */
export interface EditorState {
  /** A range to select and focus; another `choice` does so again. */
  readonly shown: { readonly range: SourceRange; readonly choice: number } | null;
  /** Where the caret stood in the plain editor while it had focus: Monaco takes over there. */
  readonly caret: number | null;
}

export const useEditor = create<EditorState>(() => ({ shown: null, caret: null }));

export function showRange(range: SourceRange): void {
  useEditor.setState(({ shown }) => ({ shown: { range, choice: (shown?.choice ?? 0) + 1 } }));
}
