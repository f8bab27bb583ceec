import { create } from "zustand";
import { persist } from "zustand/middleware";

export type ResultTab =
  "results" | "changes" | "late" | "windows" | "partitions" | "malformed" | "compare" | "charts";
export type PhoneTab = "sql" | "streams" | "map" | ResultTab;
export type ThemeChoice = "system" | "light" | "dark";

export interface LayoutState {
  readonly tab: ResultTab;
  readonly phoneTab: PhoneTab;
  readonly theme: ThemeChoice;
  /** Percentages by track, as the splitters left them; null: as drawn. */
  readonly columns: Record<string, number> | null;
  readonly rows: Record<string, number> | null;
}

const key = "windowpane.layout";

/** What the visitor arranged; it survives reload. */
export const useLayout = create<LayoutState>()(
  persist(
    (): LayoutState => ({ tab: "results", phoneTab: "sql", theme: "system", columns: null, rows: null }),
    { name: key, partialize: ({ theme, columns, rows }) => ({ theme, columns, rows }) },
  ),
);

/** Shows a tab of the result panes, on a desktop and on a phone. */
export function showTab(tab: ResultTab): void {
  useLayout.setState({ tab, phoneTab: tab });
}
