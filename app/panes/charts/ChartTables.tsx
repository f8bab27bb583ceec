import { useCallback, useMemo, type ReactNode } from "react";
import type { ChartLine, Field, LateBin, Pane } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { PaneWord } from "../../ui/Glyphs.tsx";
import type { Clock } from "../../words/clock.ts";
import { count } from "../../words/value.ts";
import { valueText } from "./value-text.ts";

const nothing = (): void => undefined;

interface Point {
  readonly key: string;
  readonly window: string;
  readonly arrival: number;
  /** Null: withdrawn. */
  readonly value: number | null;
  readonly pane: Pane | null;
}

interface PointsTableProps {
  readonly lines: readonly ChartLine[];
  readonly field: Field | null;
  readonly clock: Clock;
  readonly empty: string;
}

/** The table twin of the output chart: the same points, in words and numbers. */
export function PointsTable({ lines, field, clock, empty }: PointsTableProps): ReactNode {
  const points = useMemo(
    () =>
      lines
        .flatMap(({ key, windowStart, windowEnd, points: own }) =>
          own.map(([arrival, value, pane]): Point => {
            const window =
              windowStart === null || windowEnd === null ? "" : clock.span(windowStart, windowEnd);
            return { key, window, arrival, value, pane };
          }),
        )
        .toSorted((a, b) => a.arrival - b.arrival),
    [lines, clock],
  );
  const columns = useMemo<readonly Column<Point>[]>(
    () => [
      { id: "key", header: "key", text: ({ key }) => key },
      { id: "window", header: "window", text: ({ window }) => window },
      { id: "arrival", header: "arrival", align: "right", text: ({ arrival }) => clock.moment(arrival) },
      {
        id: "value",
        header: field?.name ?? "value",
        align: "right",
        text: ({ value }) => (value === null ? "withdrawn" : valueText(value, field)),
      },
      {
        id: "pane",
        header: "pane",
        extra: 18,
        widest: "on-time",
        text: ({ pane }) => pane ?? "",
        render: ({ pane }) => pane && <PaneWord pane={pane} />,
      },
    ],
    [field, clock],
  );
  return <LocalTable label="Points of the output chart" rows={points} columns={columns} empty={empty} />;
}

interface BinsTableProps {
  readonly bins: readonly LateBin[];
  readonly clock: Clock;
  readonly noun: string;
  /** Whether those counted late are known. */
  readonly traced: boolean;
}

/** The table twin of the bars. */
export function BinsTable({ bins, clock, noun, traced }: BinsTableProps): ReactNode {
  const some = useMemo(() => bins.filter(({ countedLate, dropped }) => countedLate + dropped > 0), [bins]);
  const columns = useMemo<readonly Column<LateBin>[]>(
    () => [
      { id: "from", header: "arrival from", align: "right", text: ({ start }) => clock.moment(start) },
      ...(traced ? [countedLateColumn] : []),
      { id: "dropped", header: "dropped", align: "right", text: ({ dropped }) => count(dropped) },
    ],
    [clock, traced],
  );
  return (
    <LocalTable
      label="Late records by arrival"
      rows={some}
      columns={columns}
      empty={`No late ${noun}s so far.`}
    />
  );
}

const countedLateColumn: Column<LateBin> = {
  id: "counted",
  header: "counted late",
  align: "right",
  text: ({ countedLate }) => count(countedLate),
};

interface LocalTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly empty: string;
}

function LocalTable<Row>({ label, rows, columns, empty }: LocalTableProps<Row>): ReactNode {
  const pull = useCallback((from: number, to: number) => Promise.resolve(rows.slice(from, to)), [rows]);
  return (
    <DataTable
      label={label}
      columns={columns}
      count={rows.length}
      stamp=""
      pull={pull}
      following={null}
      onFollow={nothing}
      empty={empty}
    />
  );
}
