import type { Dialect } from "../common/dialect.ts";
import type { Select } from "../sql/ast.ts";
import type { ColumnReference } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import type { BoundWindow } from "./bind-window.ts";
import type { BindingContext } from "./binding-context.ts";
import { findColumn } from "./column-lookup.ts";
import type { SelectAliases } from "./select-aliases.ts";
import { treeNodes } from "./tree-nodes.ts";
import { boundOfColumn } from "./window-bound-names.ts";

/** Where an engine writes its windows, and what it calls their bounds. */
interface WindowSpelling {
  readonly engine: string;
  readonly forms: readonly BoundWindow["form"][];
  /** What to write there: of tumbling and hopping windows, and of sessions. */
  readonly instead: string;
  readonly sessions: string;
  readonly bounds: readonly string[];
}

const spellings: Readonly<Record<Exclude<Dialect, "velostream">, WindowSpelling>> = {
  flink: {
    engine: "Flink",
    forms: ["table-function", "group-function"],
    instead:
      "FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) … GROUP BY window_start, window_end",
    sessions:
      "FROM TABLE(SESSION(TABLE t PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' MINUTE)) … GROUP BY window_start, window_end, k",
    bounds: ["window_start", "window_end", "window_time"],
  },
  ksqldb: {
    engine: "ksqlDB",
    forms: ["clause"],
    instead: "FROM t WINDOW TUMBLING (SIZE 5 MINUTES) … GROUP BY",
    sessions: "FROM t WINDOW SESSION (5 MINUTES) … GROUP BY k",
    bounds: ["WINDOWSTART", "WINDOWEND"],
  },
  risingwave: {
    engine: "RisingWave",
    forms: ["table-function"],
    instead: "FROM TUMBLE(t, ts, INTERVAL '5 minutes') … GROUP BY window_start",
    sessions: "OVER (PARTITION BY k ORDER BY ts SESSION WITH GAP INTERVAL '5 minutes')",
    bounds: ["window_start", "window_end"],
  },
};

const formWords: Readonly<Record<BoundWindow["form"], string>> = {
  clause: "no WINDOW clause of this kind",
  "table-function": "no windows in FROM",
  "group-function": "no windows in GROUP BY",
};

/**
 * Notes a window, and names of its bounds, in a form that the engine does not have whose SQL the query is written in. What they
 * mean is plain, so they are run. Nothing is said where another engine's rules are asked for: forms are free then.
 * @param preset whose rules hold.
 */
export function noteWindowForm(
  select: Select,
  window: BoundWindow | null,
  {
    preset,
    source,
    aliases,
  }: { readonly preset: Dialect; readonly source: Source; readonly aliases: SelectAliases },
  { dialect, limits, report }: BindingContext,
): void {
  if (window === null || dialect === "velostream" || dialect !== preset) return;
  const { engine, forms, instead, sessions, bounds } = spellings[dialect];
  if (!forms.includes(window.form))
    report.info(
      "WINDOW_FORM_OF_ANOTHER_ENGINE",
      window.range,
      `${engine} has ${formWords[window.form]}; it is run here all the same.`,
      { hint: `There write ${window.spec?.kind === "session" ? sessions : instead}.` },
    );
  // Of a window in GROUP BY such names are refused there.
  if (window.form === "group-function" && limits.refusals !== null) return;
  const known = bounds.map((bound) => bound.toLowerCase());
  const foreign = boundsNamed(select)
    .filter(({ name }) => !known.includes(name.text.toLowerCase()) && aliases.find(name.text) === null)
    .find((node) => findColumn(node, source) < 0);
  if (foreign)
    report.info(
      "BOUND_OF_ANOTHER_ENGINE",
      foreign.range,
      `${engine} has no column ${foreign.name.text}; it is run here all the same.`,
      { hint: `There the bounds of a window are ${bounds.join(", ")}.` },
    );
}

/** Mentions of window bounds as columns, in the order of the text. */
function boundsNamed({ items, where, groupBy, having, orderBy }: Select): readonly ColumnReference[] {
  const nodes = [...treeNodes({ items, where, groupBy, having, orderBy })] as readonly {
    readonly kind?: unknown;
  }[];
  return nodes
    .filter((node): node is ColumnReference => node.kind === "column")
    .filter(({ name }) => boundOfColumn(name.text) !== null)
    .toSorted((a, b) => a.range.start - b.range.start);
}
