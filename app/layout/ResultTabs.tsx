import { lazy, type ReactNode } from "react";
import { ChangesPane } from "../panes/changes/ChangesPane.tsx";
import { LatePane } from "../panes/late/LatePane.tsx";
import { MalformedPane } from "../panes/problems/MalformedPane.tsx";
import { ResultsPane } from "../panes/results/ResultsPane.tsx";
import { useWindowTotal } from "../panes/windows/use-window-total.ts";
import { WindowsPane } from "../panes/windows/WindowsPane.tsx";
import { useFirstRun } from "../first-run/first-run-store.ts";
import { useLayout, type ResultTab } from "../session/layout-store.ts";
import { useRun } from "../session/run-store.ts";
import { Deferred } from "../ui/Deferred.tsx";
import { tabId, Tabs, type Tab } from "../ui/Tabs.tsx";
import { phaseText } from "../words/sentences.ts";
import styles from "./ResultTabs.module.css";

const PANEL = "result-panel";

const ComparePane = lazy(() => import("../panes/compare/ComparePane.tsx"));
const PartitionsPane = lazy(() =>
  import("../panes/partitions/PartitionsPane.tsx").then((script) => ({ default: script.PartitionsPane })),
);
const ChartsPane = lazy(() =>
  import("../panes/charts/ChartsPane.tsx").then((script) => ({ default: script.ChartsPane })),
);

const panes: Record<ResultTab, () => ReactNode> = {
  results: ResultsPane,
  changes: ChangesPane,
  late: LatePane,
  windows: WindowsPane,
  partitions: () => (
    <Deferred what="The partitions">
      <PartitionsPane />
    </Deferred>
  ),
  malformed: MalformedPane,
  compare: () => (
    <Deferred what="The comparison">
      <ComparePane />
    </Deferred>
  ),
  charts: () => (
    <Deferred what="The charts">
      <ChartsPane />
    </Deferred>
  ),
};

/** The tabs of the results with their counts; windows and malformed rows have one when there are any. */
export function useResultTabs(): readonly Tab<ResultTab>[] {
  const rows = useRun(
    ({ state, query }) => (query?.emission === "records" ? state?.rowsOut : state?.tableRows) ?? 0,
  );
  const changes = useRun(({ state }) => state?.rowsOut ?? 0);
  const partitions = useRun(({ query }) => query?.partitions ?? 0);
  const malformed = useRun(({ state }) => state?.ledger.malformed ?? 0);
  const late = useRun(({ state }) =>
    state ? state.ledger.late + state.ledger.expired + state.ledger.countedLate : 0,
  );
  const windowed = useRun(({ query }) => query?.windowed ?? false);
  const windows = useWindowTotal();
  const first = useFirstRun();
  const tabs: readonly Tab<ResultTab>[] = [
    { id: "results", label: "Results", count: rows },
    { id: "changes", label: "Changes", count: changes },
    { id: "late", label: "Late", count: late },
  ];
  // At first a count comes with the first thing to count.
  if (first) return tabs.map(({ count, ...tab }) => (count ? { ...tab, count } : tab));
  return [
    ...tabs,
    ...(windowed ? [{ id: "windows" as const, label: "Windows", count: windows }] : []),
    { id: "partitions", label: "Partitions", count: partitions },
    ...(malformed > 0 ? [{ id: "malformed" as const, label: "Malformed", count: malformed }] : []),
    { id: "compare", label: "Compare" },
    { id: "charts", label: "Charts" },
  ];
}

/** One of the result panes. */
export function ResultPane({ tab }: { readonly tab: ResultTab }): ReactNode {
  const Pane = panes[tab];
  return <Pane />;
}

/** The result panes as tabs, with the phase of the run at the right. */
export function ResultTabs(): ReactNode {
  const tabs = useResultTabs();
  const wanted = useLayout((layout) => layout.tab);
  const tab = tabs.some(({ id }) => id === wanted) ? wanted : "results";
  const phase = useRun(({ state }) => phaseText(state));
  return (
    <section className="pane" aria-label="Output">
      <div className={styles.bar}>
        <Tabs
          label="Output"
          tabs={tabs}
          selected={tab}
          panel={PANEL}
          onSelect={(id) => useLayout.setState({ tab: id })}
        />
        <span className={styles.phase}>{phase}</span>
      </div>
      <div id={PANEL} role="tabpanel" aria-labelledby={tabId(PANEL, tab)} className={styles.panel}>
        <ResultPane tab={tab} />
      </div>
    </section>
  );
}
