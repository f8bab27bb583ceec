import { useCallback, useMemo } from "react";
import type { Engine, QuerySummary, ResultRow, TableRow } from "../../engine/client/types.ts";
import { createArrivals, type Arrivals } from "./arrivals.ts";
import { usePlayground } from "./playground-context.ts";

/** A result row with its index in the changelog and when its cause arrived. */
export interface CausedRow extends TableRow {
  /** ms; null at the end of input. */
  readonly arrival: number | null;
}

/** Pulls result rows of a view and what is known of their causes. @param query the loaded one, or null. */
export function useCausedRows(
  view: "changes" | "table",
  query: QuerySummary | null,
): (from: number, to: number) => Promise<readonly CausedRow[]> {
  const { engine } = usePlayground();
  const arrivals = useMemo(() => arrivalsOf(engine, query), [engine, query]);
  return useCallback(
    async (from, to) => {
      const rows: readonly (ResultRow | TableRow)[] = await engine[view](from, to);
      const arrivalOf = await arrivals(rows.map(({ cause }) => cause));
      return rows.map((row, at) => ({ index: from + at, ...row, arrival: arrivalOf(row.cause) }));
    },
    [engine, view, arrivals],
  );
}

/** Another query may read another log, so it starts with an empty memory. */
function arrivalsOf(engine: Engine, query: QuerySummary | null): Arrivals {
  return query === null ? () => Promise.resolve(() => null) : createArrivals(engine);
}
