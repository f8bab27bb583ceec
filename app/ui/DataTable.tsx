import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import type { Column } from "./column.ts";
import { copyRow } from "./copy-row.ts";
import { fitColumns } from "./fit-columns.ts";
import styles from "./DataTable.module.css";
import { TableRow, type RowMark } from "./TableRow.tsx";
import { scrollTopOf, tableWindow } from "./table-window.ts";
import { usePhone } from "./use-media.ts";
import { useSize } from "./use-size.ts";
import { useTableKeys } from "./use-table-keys.ts";
import { useTableView, type TableSource } from "./use-table-view.ts";

/** Rows pulled beyond those in sight, on each side: for a visitor who scrolls, and for a table that follows. */
const OVERSCAN = 16;
const OVERSCAN_FOLLOWING = 2;
/** px, both sides of a cell together. */
const PADDING = 16;

export interface DataTableProps<Row> extends TableSource<Row> {
  /** Accessible name. */
  readonly label: string;
  /** Index shown for the first row, where earlier rows are no longer kept. */
  readonly firstIndex?: number;
  /** The visitor scrolled away (false) or back to the end (true). */
  readonly onFollow: (following: boolean) => void;
  /** Brings a row that is out of sight to the middle; another `choice` does so again. */
  readonly reveal?: { readonly index: number; readonly choice: number } | null;
  readonly mark?: (row: Row) => RowMark;
  /** What its mark means, in words for those who do not see it: "made row 52". */
  readonly note?: (row: Row) => string | null;
  readonly onRow?: (row: Row) => void;
  /** An ink line under the last row; scrolling back to it follows again. */
  readonly tail?: boolean;
  /** What stands under the header while there are no rows. */
  readonly empty: ReactNode;
  /** @param first from 0. @param last of those in sight; -1 without rows. */
  readonly foot?: (first: number, last: number) => ReactNode;
}

interface GroupHeadsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
}

/** The names of groups of columns, each over its own. */
function GroupHeads<Row>({ columns, template }: GroupHeadsProps<Row>): ReactNode {
  const groups = new Map<number, { readonly name: string; readonly at: number; size: number }>();
  columns.forEach(({ group }, at) => {
    if (group === undefined) return;
    const known = groups.get(group.id);
    if (known) known.size++;
    else groups.set(group.id, { name: group.name, at, size: 1 });
  });
  return (
    <tr aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
      {[...groups].map(([group, { name, at, size }]) => (
        <th
          key={group}
          scope="colgroup"
          colSpan={size}
          aria-colindex={at + 1}
          className={`${styles.cell} ${styles.group}`}
          style={{ gridColumn: `${at + 1} / span ${size}` }}
        >
          {name}
        </th>
      ))}
    </tr>
  );
}

/** A virtual table: one tab stop, arrow keys inside, columns as wide as what they say. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { columns, count, following, onFollow, reveal, onRow } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useSize(scroller);
  const rowHeight = usePhone() ? 32 : 24;
  const heads = columns.some(({ group }) => group !== undefined) ? 2 : 1;
  const room = Math.max(0, size.height - heads * rowHeight);
  const [scrollTop, setScrollTop] = useState(0);

  const wanted = tableWindow({ count, rowHeight, room, scrollTop });
  const first = following === null ? wanted.first : Math.max(0, Math.min(count, following + 1) - wanted.fits);
  const beyond = following === null ? OVERSCAN : OVERSCAN_FOLLOWING;
  const view = useTableView(props, Math.max(0, first - beyond), first + wanted.fits + 1 + beyond);
  const window = tableWindow({ count: view.count, rowHeight, room, scrollTop });

  /** Where the table itself last scrolled to: every other place is the visitor's doing. */
  const ownScroll = useRef(0);
  const scrollTo = (top: number): void => {
    const element = scroller.current;
    if (!element || Math.abs(top - ownScroll.current) < 0.5) return;
    ownScroll.current = top;
    element.scrollTop = top;
    setScrollTop(top);
  };
  const showRow = (row: number): void => scrollTo(scrollTopOf(row, { count: view.count, rowHeight, room }));

  /** Scrolls with the rows that came, not ahead of them. */
  const followed = following === null ? null : view.following;
  const followedTop = followed === null ? null : Math.min(view.count, followed + 1) - window.fits;
  const follow = useEffectEvent(showRow);
  useLayoutEffect(() => {
    if (followedTop !== null) follow(followedTop);
  }, [followedTop, view.count, rowHeight, room]);

  /** Only a new choice scrolls, once its row is there: a table that was resized or refilled stays where it was left. */
  const revealed = useRef(-1);
  useEffect(() => {
    if (!reveal || revealed.current === reveal.choice || room === 0) return;
    if (reveal.index < 0 || reveal.index >= view.count) return;
    revealed.current = reveal.choice;
    if (reveal.index < window.first || reveal.index >= window.first + window.fits)
      showRow(reveal.index - Math.floor(window.fits / 2));
  });

  const shown = useMemo(() => {
    const wishes = columns.map((column, index) => ({
      width: Math.ceil((view.widths[index] ?? 0) + 1) + PADDING,
      rank: column.rank ?? 0,
      fixed: column.fixed ?? false,
      group: column.group?.id,
    }));
    const { widths, tight } = fitColumns(wishes, size.width, PADDING / 2);
    const kept = columns.flatMap((column, index) => {
      const width = widths[index];
      return width === null ? [] : [{ column, width }];
    });
    return {
      tight,
      columns: kept.map(({ column }) => column),
      template: kept.map(({ width }) => `${width}px`).join(" "),
      width: kept.reduce((sum, { width }) => sum + width, 0),
    };
  }, [columns, view.widths, size.width]);

  const keys = useTableKeys({
    rows: view.count,
    columns: shown.columns.length,
    page: window.fits,
    onMove: (row) => {
      onFollow(false);
      if (row < window.first) showRow(row);
      else if (row >= window.first + window.fits) showRow(row - window.fits + 1);
    },
    onEnter: (row, column) => {
      const link = document.getElementById(`${id}-${row}-${column}`)?.querySelector<HTMLElement>("button");
      const data = view.rows[row - view.from];
      if (link) link.click();
      else if (data !== undefined) onRow?.(data);
    },
  });
  const active =
    keys.active !== null && keys.active.row >= view.from && keys.active.row < view.from + view.rows.length
      ? keys.active
      : null;

  const onScroll = (): void => {
    const element = scroller.current;
    if (!element || Math.abs(element.scrollTop - ownScroll.current) < 2) return;
    ownScroll.current = element.scrollTop;
    setScrollTop(element.scrollTop);
    const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    onFollow(atEnd && props.tail === true);
  };
  const onClick = (event: MouseEvent): void => {
    const index = (event.target as HTMLElement).closest<HTMLElement>("[data-index]")?.dataset["index"];
    const row = index === undefined ? undefined : view.rows[Number(index) - view.from];
    if (row !== undefined) onRow?.(row);
  };
  const onCopy = (event: ClipboardEvent): void => {
    const row =
      active === null
        ? view.rows.find((one) => props.mark?.(one) === "selected")
        : view.rows[active.row - view.from];
    if (row !== undefined) copyRow(event, shown.columns, row);
  };
  const last = Math.min(view.count, window.first + window.fits) - 1;
  const firstIndex = props.firstIndex ?? 0;

  return (
    <>
      <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
        <table
          role="grid"
          className={shown.tight ? `${styles.table} ${styles.tight}` : styles.table}
          style={{ minWidth: shown.width }}
          aria-label={props.label}
          aria-rowcount={view.count + heads}
          aria-colcount={shown.columns.length}
          data-stale={view.stamp !== props.stamp || view.count !== count || undefined}
          aria-activedescendant={active ? `${id}-${active.row}-${active.column}` : undefined}
          tabIndex={0}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onBlur={keys.onBlur}
          onClick={onClick}
          onCopy={onCopy}
        >
          <thead className={styles.head}>
            {heads === 2 && <GroupHeads columns={shown.columns} template={shown.template} />}
            <tr aria-rowindex={heads} className={styles.row} style={{ gridTemplateColumns: shown.template }}>
              {shown.columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  title={column.hint}
                  className={column.align === "right" ? `${styles.cell} ${styles.right}` : styles.cell}
                >
                  {column.group && <span className="unseen">{column.group.name} </span>}
                  {column.unseenHeader ? <span className="unseen">{column.header}</span> : column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={styles.body} style={{ height: view.count === 0 ? 0 : window.height }}>
            {/* A table that follows shows other rows every frame: it keeps its elements and changes what they say. */}
            {view.rows.map((row, at) => {
              const index = view.from + at;
              return (
                <TableRow
                  key={following === null ? index : at}
                  id={id}
                  index={index}
                  heads={heads}
                  top={window.topOf(index)}
                  row={row}
                  columns={shown.columns}
                  template={shown.template}
                  mark={props.mark?.(row) ?? null}
                  note={props.note?.(row) ?? null}
                  step={view.isStep(row)}
                  tail={props.tail === true && index === view.count - 1}
                  active={active?.row === index ? active.column : null}
                />
              );
            })}
          </tbody>
        </table>
        {/* Rows that are on their way are not lacking. */}
        {view.count === 0 && count === 0 && <div className={styles.empty}>{props.empty}</div>}
      </div>
      {props.foot?.(firstIndex + window.first, firstIndex + last)}
    </>
  );
}
