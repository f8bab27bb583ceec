import type { Verdict } from "../../engine/client/types.ts";
import type { Column } from "../ui/column.ts";
import { VerdictGlyph, VerdictWord } from "../ui/Glyphs.tsx";
import { type Clock, duration } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";

/** What the tables of records have in common; each adds its ranks. */
export interface RecordCells {
  readonly seq: number;
  readonly arrival: number;
  readonly partition: number;
  /** null: nobody knows. */
  readonly verdict: Verdict | null;
}

type RecordColumn = Column<RecordCells>;

/** The shape of what became of it. */
export const markColumn: RecordColumn = {
  id: "mark",
  header: "mark",
  unseenHeader: true,
  fixed: true,
  extra: 16,
  text: () => "",
  render: ({ verdict }) => verdict && <VerdictGlyph verdict={verdict} />,
};

export const seqColumn: RecordColumn = {
  id: "seq",
  header: "#",
  align: "right",
  quiet: true,
  text: ({ seq }) => String(seq),
};

export const partitionColumn: RecordColumn = {
  id: "p",
  header: "p",
  hint: "partition",
  text: ({ partition }) => partitionLetter(partition),
};

export const verdictColumn: RecordColumn = {
  id: "verdict",
  header: "verdict",
  widest: "counted late",
  text: ({ verdict }) => verdict ?? "",
  render: ({ verdict }) => verdict && <VerdictWord verdict={verdict} />,
};

export function arrivalColumn(clock: Clock): RecordColumn {
  return {
    id: "arrival",
    header: "arrival",
    align: "right",
    text: ({ arrival }) => clock.moment(arrival),
  };
}

/** @param timeOf ms; null where it has none that can be read. */
export function eventColumn<Row>(clock: Clock, timeOf: (row: Row) => number | null): Column<Row> {
  return {
    id: "event",
    header: "event",
    align: "right",
    text: (row) => {
      const time = timeOf(row);
      return time === null ? "" : clock.moment(time);
    },
  };
}

/** @param timeOf ms of event time; null where it has none. */
export function delayColumn<Row extends Pick<RecordCells, "arrival">>(
  timeOf: (row: Row) => number | null,
): Column<Row> {
  return {
    id: "delay",
    header: "delay",
    hint: "arrival minus event time",
    align: "right",
    quiet: true,
    text: (row) => {
      const time = timeOf(row);
      return time === null ? "" : duration(row.arrival - time);
    },
  };
}
