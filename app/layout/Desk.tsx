import type { ReactNode } from "react";
import { Cell, Grid, Gridline, useGridRef } from "react-resizable-panels";
import { EditorPane } from "../editor/EditorPane.tsx";
import { TimeMap } from "../panes/map/TimeMap.tsx";
import { StreamsPane } from "../panes/streams/StreamsPane.tsx";
import { useLayout } from "../session/layout-store.ts";
import { useMedia } from "../ui/use-media.ts";
import styles from "./Desk.module.css";
import { GuardedPane } from "./GuardedPane.tsx";
import { ResultTabs } from "./ResultTabs.tsx";

const columns = [
  { id: "left", minSize: 320, defaultSize: "34.5%" },
  { id: "right", minSize: 420 },
];
const rows = [
  { id: "upper", minSize: 312, defaultSize: "58.3%" },
  { id: "lower", minSize: 160 },
];
const asDrawn = { columns: { left: 34.5, right: 65.5 }, rows: { upper: 58.3, lower: 41.7 } };
/** Narrow, the map has a row for its legend, and one under it for the story of a record. */
const asDrawnNarrow = { columns: { left: 42.2, right: 57.8 }, rows: { upper: 63.2, lower: 36.8 } };

/** Gridlines take no name of their own. */
const nameColumns = (line: HTMLElement | null): void =>
  line?.setAttribute("aria-label", "Width of the left panes");
const nameRows = (line: HTMLElement | null): void =>
  line?.setAttribute("aria-label", "Height of the upper panes");

/** Four panes in two rows and two columns; one line runs across each way, so that headers align. */
export function Desk(): ReactNode {
  const grid = useGridRef();
  const drawn = useMedia("(width < 1180px)") ? asDrawnNarrow : asDrawn;
  const { columns: savedColumns, rows: savedRows } = useLayout.getState();

  return (
    <Grid
      key={drawn === asDrawn ? "wide" : "narrow"}
      className={styles.desk}
      gridRef={grid}
      columns={columns}
      rows={rows}
      defaultLayout={{ columns: savedColumns ?? drawn.columns, rows: savedRows ?? drawn.rows }}
      resizeTargetMinimumSize={{ coarse: 24, fine: 8 }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) useLayout.setState({ columns: layout.columns, rows: layout.rows });
      }}
      onDoubleClick={(event) => {
        const line = (event.target as HTMLElement).closest("[data-separator]");
        if (!line) return;
        const vertical = line.getAttribute("aria-orientation") === "vertical";
        grid.current?.setLayout(vertical ? { columns: drawn.columns } : { rows: drawn.rows });
        useLayout.setState(vertical ? { columns: null } : { rows: null });
      }}
    >
      <Cell column={0} row={0} className={styles.cell}>
        <GuardedPane name="The editor">
          <EditorPane />
        </GuardedPane>
      </Cell>
      <Cell column={1} row={0} className={styles.cell}>
        <GuardedPane name="The time map">
          <TimeMap />
        </GuardedPane>
      </Cell>
      <Cell column={0} row={1} className={styles.cell}>
        <GuardedPane name="The stream">
          <StreamsPane />
        </GuardedPane>
      </Cell>
      <Cell column={1} row={1} className={styles.cell}>
        <GuardedPane name="The output">
          <ResultTabs />
        </GuardedPane>
      </Cell>
      <Gridline type="column" column={1} className={styles.line} elementRef={nameColumns} />
      <Gridline type="row" row={1} className={styles.line} elementRef={nameRows} />
    </Grid>
  );
}
