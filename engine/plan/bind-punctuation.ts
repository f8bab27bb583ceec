import { visibleColumns, visibleIndex } from "../catalog/visible-columns.ts";
import { typeName } from "../data/data-type.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { tellsTime } from "./bind-declared-time.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import type { TimeColumns } from "./physical-plan.ts";
import type { OptionValue, QueryOptions } from "./query-options.ts";

/** The column whose values are the watermark of a punctuated stream, as an index of its schema; null for other watermarks. */
export function bindPunctuation(
  { strategy }: WatermarkSpec,
  { eventTimeUnit = 1 }: TimeColumns,
  source: Source,
  options: QueryOptions,
  { rules, report }: BindingContext,
): number | null {
  const field = options.read("watermark.punctuation.field", (text) => columnOf(text, source, report));
  if (strategy !== "punctuated") {
    if (field === null) return null;
    if (rules.ignoresBound)
      return report.info("OPTION_WITHOUT_EFFECT", field.range, "Stream time is the newest event time here.", {
        hint: "Leave it out.",
      });
    if (field.declared) return null;
    return report.error(
      "CONTRADICTING_OPTIONS",
      field.range,
      "Only a punctuated watermark goes by a column.",
      {
        hint: "Set 'watermark.strategy' to 'punctuated', or leave this out.",
      },
    );
  }
  if (field === null) {
    const said = options.text("watermark.strategy");
    if (said !== null && options.text("watermark.punctuation.field") === null)
      report.error("MISSING_OPTION", said.range, "A punctuated watermark needs the column that holds it.", {
        hint: "Add 'watermark.punctuation.field' = 'column'.",
      });
    return null;
  }
  const { name, type } = source.stream.schema[field.value]!;
  if (type.kind === "BIGINT" && eventTimeUnit !== 1)
    return report.unsupported(
      "UNSUPPORTED_PUNCTUATION_UNIT",
      field.range,
      `${name} holds numbers, and whether those are seconds too is not said.`,
      { hint: "Name a TIMESTAMP column, or let the event time be milliseconds." },
    );
  return field.value;
}

function columnOf(
  { value, range }: OptionValue<string>,
  { stream }: Source,
  report: DiagnosticList,
): number | null {
  const index = visibleIndex(stream, value);
  const field = stream.schema[index];
  if (field === undefined) {
    const near = nearestName(
      value,
      visibleColumns(stream).map((column) => stream.schema[column]!.name),
    );
    return report.error("UNKNOWN_COLUMN", range, `${stream.name} has no column ${value}.`, {
      hint: near === null ? "Name a TIMESTAMP column of the stream." : `Did you mean ${near}?`,
    });
  }
  if (!tellsTime(field.type))
    return report.error("TYPE_MISMATCH", range, `A watermark cannot be ${typeName(field.type)}.`, {
      hint: "Name a TIMESTAMP column, or a BIGINT with milliseconds since the epoch.",
    });
  return index;
}
