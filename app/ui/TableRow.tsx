import { memo, type ReactNode } from "react";
import type { Column } from "./column.ts";
import styles from "./DataTable.module.css";

/** Selected: what was chosen; blamed: its culprit; lit: what belongs to it; ahead: not yet. */
export type RowMark = "selected" | "blamed" | "lit" | "ahead" | null;

interface TableRowProps<Row> {
  /** Of the table. */
  readonly id: string;
  readonly index: number;
  /** Rows of the header. */
  readonly heads: number;
  /** px from the top of the body. */
  readonly top: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly mark: RowMark;
  /** Why it is marked, for those who do not see the bar. */
  readonly note: string | null;
  /** Part of the step that was made last. */
  readonly step: boolean;
  readonly tail: boolean;
  /** Index of the cell that the keyboard is at, or null. */
  readonly active: number | null;
}

function TableRowOf<Row>(props: TableRowProps<Row>): ReactNode {
  const { id, index, row, mark, note } = props;
  const classes = [styles.row, props.step && styles.step, mark && styles[mark], props.tail && styles.tail];
  return (
    <tr
      aria-rowindex={index + props.heads + 1}
      aria-selected={mark === "selected"}
      aria-current={props.step ? "step" : undefined}
      data-index={index}
      data-mark={mark ?? undefined}
      className={classes.filter(Boolean).join(" ")}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
    >
      {props.columns.map((column, at) => (
        <td
          key={column.id}
          id={`${id}-${index}-${at}`}
          className={[
            styles.cell,
            column.align === "right" && styles.right,
            column.mono && "mono",
            column.quiet && styles.quiet,
            props.active === at && styles.active,
          ]
            .filter(Boolean)
            .join(" ")}
        >
          {column.render ? column.render(row) : column.text(row)}
          {at === 0 && note !== null && <span className="unseen"> {note}</span>}
        </td>
      ))}
    </tr>
  );
}

export const TableRow = memo(TableRowOf) as typeof TableRowOf;
