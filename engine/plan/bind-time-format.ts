import { typeName } from "../data/data-type.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";
import type { TimeColumns } from "./physical-plan.ts";
import type { OptionValue, QueryOptions } from "./query-options.ts";

/** ms that a number of each format stands for. */
const units: ReadonlyMap<string, number> = new Map([
  ["epoch_millis", 1],
  ["epoch", 1_000],
  ["epoch_seconds", 1_000],
]);

/** `%Y-%m-%d` and `yyyy-MM-dd`. */
const pattern = /%[A-Za-z]|y{2,}|M{2,}|d{2,}|H{2,}/;

/** A format of times. */
interface TimeFormat {
  readonly text: string;
  /** ms that a number stands for; null: it reads no numbers. */
  readonly unit: number | null;
}

/**
 * What 'event.time.format' says of the event-time column (its index in the schema). Numbers may be seconds; the texts of
 * a TIMESTAMP column were recognised when the stream was read, so their format is told already.
 */
export function bindTimeFormat(
  eventTime: number | null,
  { stream }: Source,
  options: QueryOptions,
  { report }: BindingContext,
): Pick<TimeColumns, "eventTimeUnit"> {
  const option = options.read("event.time.format", (text) => readFormat(text, report));
  if (option === null) return {};
  const { range } = option;
  const { text, unit } = option.value;
  const field = eventTime === null ? null : stream.schema[eventTime]!;
  if (field?.type.kind === "BIGINT") {
    if (unit === null)
      report.error("BAD_OPTION_VALUE", range, `${field.name} holds numbers, which '${text}' does not read.`, {
        hint: "Write 'epoch_millis' or 'epoch_seconds'.",
      });
    return unit === null || unit === 1 ? {} : { eventTimeUnit: unit };
  }
  if (unit === 1) return {};
  const told =
    field === null ? "nothing names an event time" : `${field.name} is ${typeName(field.type)} already`;
  report.info("OPTION_WITHOUT_EFFECT", range, `The format changes nothing: ${told}.`, {
    hint: "Texts of times are recognised when the stream is read.",
  });
  return {};
}

/** @returns null after reporting that it is none. */
function readFormat({ value, range }: OptionValue<string>, report: DiagnosticList): TimeFormat | null {
  const unit = units.get(value.toLowerCase()) ?? null;
  if (unit !== null || value.toLowerCase() === "iso8601" || pattern.test(value)) return { text: value, unit };
  const near = nearestName(value, [...units.keys(), "iso8601"]);
  return report.error("BAD_OPTION_VALUE", range, `'${value}' is no format of times.`, {
    hint:
      near === null
        ? "Write epoch_millis, epoch_seconds, iso8601 or a pattern such as %Y-%m-%d %H:%M:%S."
        : `Did you mean '${near}'?`,
  });
}
