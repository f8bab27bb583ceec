import { formatDuration } from "../common/duration.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { visibleColumns, visibleIndex } from "../catalog/visible-columns.ts";
import { type DataType, typeName } from "../data/data-type.ts";
import { fieldIndex } from "../data/schema.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Expression } from "../sql/expression-ast.ts";
import type { CreateStatement, WatermarkDefinition } from "../sql/statement-ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteName } from "./quote-name.ts";
import type { SpokenOption } from "./read-options.ts";

export interface DeclaredTime {
  /** Name of the event-time column, or null. */
  readonly eventTime: string | null;
  /** ms, or null: the definition says nothing of it. */
  readonly bound: number | null;
  readonly watermarkBy: NonNullable<StreamDefinition["watermarkBy"]>;
  /** What remains for the query to read. */
  readonly options: readonly SpokenOption[];
}

/**
 * The event time and bound of a definition: `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`, or 'event.time.field'. With
 * another column behind AS the watermark is punctuated.
 */
export function bindDeclaredTime(
  { elements }: CreateStatement,
  stream: StreamDefinition,
  spoken: readonly SpokenOption[],
  report: DiagnosticList,
): DeclaredTime {
  const [watermark, second] = elements?.watermarks ?? [];
  if (second)
    report.error("DUPLICATE_WATERMARK", second.range, "A stream has one watermark.", {
      hint: "Remove one of them.",
    });
  const field = spoken.find(({ key }) => key === "event.time.field") ?? null;
  const named = field && columnNamed(field.value, field.valueRange, stream, `'`, report);
  if (watermark === undefined) {
    const options = spoken.filter((option) => option !== field);
    const watermarkBy = options.some(isAboutWatermark) ? "options" : "nothing";
    return { eventTime: named ?? stream.eventTime, bound: null, watermarkBy, options };
  }
  const column = columnNamed(watermark.column.text, watermark.column.range, stream, "", report);
  if (named !== null && column !== null && named !== column)
    report.error(
      "CONTRADICTING_OPTIONS",
      field!.range,
      `The watermark follows ${column}, this option ${named}.`,
      {
        hint: "A stream has one event time: keep one of them.",
      },
    );
  for (const option of spoken)
    if (isAboutWatermark(option))
      report.error(
        "CONTRADICTING_OPTIONS",
        option.range,
        "WATERMARK FOR says already how far it stays behind.",
        {
          hint: "Keep one of them.",
        },
      );
  const eventTime = column ?? stream.eventTime;
  const options = spoken.filter((option) => option !== field);
  const { range, expression } = watermark;
  const said = (key: SpokenOption["key"], value: string): SpokenOption => ({
    key,
    value,
    range,
    keyRange: range,
    valueRange: range,
    quoted: false,
  });
  if (expression?.kind === "column" && expression.qualifier === null) {
    const { text, range: place } = expression.name;
    const other = sameName(text, watermark.column.text) ? null : columnNamed(text, place, stream, "", report);
    if (other !== null)
      return {
        eventTime,
        bound: null,
        watermarkBy: "clause",
        options: [
          ...options,
          said("watermark.strategy", "punctuated"),
          said("watermark.punctuation.field", other),
        ],
      };
  }
  const bound = boundOf(watermark, report);
  if (bound === null) return { eventTime, bound, watermarkBy: "clause", options };
  return {
    eventTime,
    bound,
    watermarkBy: "clause",
    options: [...options, said("watermark.max_out_of_orderness", `${bound}ms`)],
  };
}

/** Whether an option says what the watermark is; the others only say how it moves. */
export function isAboutWatermark({ key }: Pick<SpokenOption, "key">): boolean {
  return (
    key === "watermark.max_out_of_orderness" ||
    key === "watermark.strategy" ||
    key === "watermark.punctuation.field"
  );
}

/** Whether values of a type can be event times: a DATE is its midnight, a BIGINT milliseconds since the epoch. */
export function tellsTime({ kind }: DataType): boolean {
  return kind === "TIMESTAMP" || kind === "DATE" || kind === "BIGINT";
}

/** A column that can tell the time; null when reported. @param quote around a fix. */
function columnNamed(
  name: string,
  range: SourceRange,
  stream: StreamDefinition,
  quote: string,
  report: DiagnosticList,
): string | null {
  const index = visibleIndex(stream, name);
  const field = stream.schema[index];
  if (field === undefined) return reportUnknown(name, range, stream, quote, report);
  if (tellsTime(field.type)) return field.name;
  return report.error("TYPE_MISMATCH", range, `An event time cannot be ${typeName(field.type)}.`, {
    hint: "Name a TIMESTAMP column, or a BIGINT with milliseconds since the epoch.",
  });
}

function reportUnknown(
  name: string,
  range: SourceRange,
  stream: StreamDefinition,
  quote: string,
  report: DiagnosticList,
): null {
  const message = `${stream.name} has no column ${name} to tell the time.`;
  if (fieldIndex(stream.schema, name) >= 0)
    return report.error("UNKNOWN_COLUMN", range, message, {
      hint: `The data have it: add ${name} to the columns of the definition.`,
    });
  const times = visibleColumns(stream)
    .map((column) => stream.schema[column]!)
    .filter(({ type }) => tellsTime(type))
    .map((column) => column.name);
  const near = nearestName(name, times);
  return report.error("UNKNOWN_COLUMN", range, message, {
    hint: near === null ? `Columns that could: ${times.join(", ") || "none"}.` : `Did you mean ${near}?`,
    fix: near === null ? null : quote === "" ? quoteName(near) : `${quote}${near}${quote}`,
  });
}

/** ms that the watermark stays behind the column; null when reported. */
function boundOf({ column, expression, range }: WatermarkDefinition, report: DiagnosticList): number | null {
  const isColumn = (node: Expression): boolean =>
    node.kind === "column" && node.qualifier === null && sameName(node.name.text, column.text);
  if (expression === null || isColumn(expression)) return 0;
  if (expression.kind === "missing" || (expression.kind === "column" && expression.qualifier === null))
    return null;
  if (expression.kind === "binary" && isColumn(expression.left) && expression.right.kind === "interval") {
    const { operator, right } = expression;
    const ms = operator === "-" ? right.ms : operator === "+" ? 0 - right.ms : NaN;
    if (ms >= 0) return ms;
    if (ms < 0)
      return report.error(
        "BAD_WATERMARK",
        expression.range,
        `The watermark would run ${formatDuration(-ms)} ahead of the records.`,
        { hint: `Write ${column.text} - INTERVAL '5' SECOND.` },
      );
  }
  return report.unsupported(
    "UNSUPPORTED_WATERMARK",
    expression.range ?? range,
    "A watermark can be a column less a fixed time.",
    {
      hint: `Write WATERMARK FOR ${column.text} AS ${column.text} - INTERVAL '5' SECOND, or … AS ${column.text}.`,
    },
  );
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
