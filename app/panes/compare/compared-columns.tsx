import type { ReactNode } from "react";
import type {
  ComparedRecord,
  ComparedRow,
  Comparison,
  Field,
  QuerySummary,
  Value,
} from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { VerdictGlyph, VerdictWord } from "../../ui/Glyphs.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import { ValueText } from "../../ui/ValueText.tsx";
import type { Clock } from "../../words/clock.ts";
import { explanationText } from "../../words/comparison-words.ts";
import { PRESET_NAMES } from "../../words/preset-name.ts";
import { isNumeric, rawText, showValue } from "../../words/value.ts";
import { valueColumn } from "../output-columns.tsx";
import styles from "./ComparePane.module.css";

type Side = "here" | "there";

const GLYPHS: Readonly<Record<ComparedRow["fate"], string>> = {
  agrees: "=",
  differs: "≠",
  "only here": "+",
  "only there": "+",
};

/** Rows of both results on one line each; a column that differs in any row has its values under both presets. @param phone little room. */
export function rowColumns(
  query: QuerySummary,
  comparison: Comparison,
  clock: Clock,
  phone: boolean,
): readonly Column<ComparedRow>[] {
  /** Keys, and columns that are the same under both, stand once. */
  const isOnce = (index: number): boolean => query.roles[index] === "key" || comparison.columns[index] === 0;
  const isShown = (index: number): boolean => !(query.windowed && query.roles[index] === "window");
  const isSided = query.output.some((_, index) => isShown(index) && !isOnce(index));
  let [compared, shared] = [0, 0];
  return [
    fateColumn(comparison, phone, isSided),
    ...(query.windowed ? [windowColumn(clock)] : []),
    ...(query.emission === "records" ? [recordColumn()] : []),
    ...query.output.flatMap((field, index) => {
      if (!isShown(index)) return [];
      if (isOnce(index)) {
        // Of values that are all the same the first one stays, as in the results.
        const stays = query.roles[index] === "key" || (!isSided && shared++ === 0);
        const valueOf = (row: ComparedRow): Value => (row.here ?? row.there)!.values[index] ?? null;
        return [valueColumn(field, index, valueOf, clock, stays ? 0 : 3)];
      }
      const rank = compared++ === 0 ? 0 : 2;
      const there = comparison.output[index] ?? field;
      return [
        sideColumn("here", field, index, rank, comparison, clock),
        sideColumn("there", { ...there, name: field.name }, index, rank, comparison, clock),
      ];
    }),
    becauseColumn(),
  ];
}

/** Records with another fate: what became of them under both presets. */
export function recordColumns(comparison: Comparison, clock: Clock): readonly Column<ComparedRecord>[] {
  const fate = (side: Side): Column<ComparedRecord> => ({
    id: side,
    header: PRESET_NAMES[comparison[side]],
    widest: "in no window",
    extra: 20,
    text: (record) => record[side],
    render: (record) => (
      <>
        <VerdictGlyph verdict={record[side]} /> <VerdictWord verdict={record[side]} />
      </>
    ),
  });
  return [
    {
      id: "record",
      header: "record",
      align: "right",
      text: ({ seq }) => `#${seq}`,
      render: ({ seq }) => <RecordLink seq={seq} inTable />,
    },
    {
      id: "event",
      header: "event time",
      align: "right",
      rank: 1,
      text: ({ eventTime }) => (eventTime === null ? "" : clock.moment(eventTime)),
    },
    {
      id: "arrival",
      header: "arrival",
      align: "right",
      rank: 2,
      text: ({ arrival }) => clock.moment(arrival),
    },
    fate("here"),
    fate("there"),
    becauseColumn(),
  ];
}

/** "agrees", "only Flink". */
function fateText(fate: ComparedRow["fate"], { here, there }: Comparison): string {
  if (fate === "only here") return `only ${PRESET_NAMES[here]}`;
  return fate === "only there" ? `only ${PRESET_NAMES[there]}` : fate;
}

/**
 * @param phone little room: the sign stands alone. @param isSided whether a side without a row says so itself; else its preset
 * stands beside the sign.
 */
function fateColumn(comparison: Comparison, phone: boolean, isSided: boolean): Column<ComparedRow> {
  const seen = (fate: ComparedRow["fate"]): string => {
    const whole = fateText(fate, comparison);
    if (!phone) return whole;
    return isSided || !fate.startsWith("only") ? "" : whole.replace("only ", "");
  };
  return {
    id: "fate",
    header: "rows",
    unseenHeader: phone,
    bold: true,
    extra: 4,
    text: ({ fate }) => `${GLYPHS[fate]} ${seen(fate)}`.trimEnd(),
    raw: ({ fate }) => fateText(fate, comparison),
    render: ({ fate }) => (
      <span className={fate === "agrees" ? styles.agrees : styles.differs}>
        <span className={styles.glyph} aria-hidden="true">
          {GLYPHS[fate]}
        </span>{" "}
        <span aria-hidden="true">{phone && seen(fate)}</span>
        <span className={phone ? "unseen" : undefined}>{fateText(fate, comparison)}</span>
      </span>
    ),
  };
}

function windowColumn(clock: Clock): Column<ComparedRow> {
  return {
    id: "window",
    header: "window",
    text: ({ windowStart, windowEnd }) =>
      windowStart === null || windowEnd === null ? "" : clock.span(windowStart, windowEnd),
  };
}

function recordColumn(): Column<ComparedRow> {
  const causeOf = ({ here, there }: ComparedRow): number => (here ?? there)!.cause;
  return {
    id: "record",
    header: "by",
    align: "right",
    text: (row) => (Number.isFinite(causeOf(row)) ? `#${causeOf(row)}` : "end"),
    render: (row) => (Number.isFinite(causeOf(row)) ? <RecordLink seq={causeOf(row)} inTable /> : "end"),
  };
}

function becauseColumn<Row extends ComparedRow | ComparedRecord>(): Column<Row> {
  return {
    id: "because",
    header: "because of",
    quiet: true,
    rank: 1,
    text: ({ explanation }) => explanationText(explanation),
  };
}

/** A value under one preset: where it differs it is bold and has a sign of its own, not a colour. */
function sideColumn(
  side: Side,
  field: Field,
  index: number,
  rank: number,
  comparison: Comparison,
  clock: Clock,
): Column<ComparedRow> {
  const text = (row: ComparedRow): string => {
    const own = row[side];
    return own === null ? "no row" : showValue(own.values[index] ?? null, field.type, clock).text;
  };
  const render = (row: ComparedRow): ReactNode => {
    const own = row[side];
    if (own === null) return <span className={styles.none}>no row</span>;
    const value = <ValueText value={own.values[index] ?? null} type={field.type} clock={clock} />;
    if (!row.columns.includes(index)) return value;
    return (
      <strong className={styles.other}>
        {side === "there" && (
          <>
            <span aria-hidden="true">≠ </span>
            <span className="unseen">differs: </span>
          </>
        )}
        {value}
      </strong>
    );
  };
  return {
    id: `${side} ${index} ${field.name}`,
    group: { id: index, name: field.name },
    header: PRESET_NAMES[comparison[side]],
    rank,
    bold: true,
    extra: 14,
    ...(isNumeric(field.type) && { align: "right" }),
    text,
    raw: (row) => {
      const own = row[side];
      return own === null ? "" : rawText(own.values[index] ?? null, field.type);
    },
    render,
  };
}
