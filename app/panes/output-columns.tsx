import { type Field, type QuerySummary, typeName, type Value } from "../../engine/client/types.ts";
import type { Column } from "../ui/column.ts";
import { ValueText } from "../ui/ValueText.tsx";
import type { Clock } from "../words/clock.ts";
import { isNumeric, rawText, showValue } from "../words/value.ts";

/**
 * A column of values of one field.
 * @param index of the field among all, since names may stand twice. @param valueOf its value in a row. @param rank see ColumnWish.
 */
export function valueColumn<Row>(
  field: Field,
  index: number,
  valueOf: (row: Row) => Value,
  clock: Clock,
  rank = 0,
): Column<Row> {
  return {
    id: `value ${index} ${field.name}`,
    header: field.name,
    hint: typeName(field.type),
    rank,
    ...(isNumeric(field.type) && { align: "right" }),
    text: (row) => showValue(valueOf(row), field.type, clock).text,
    raw: (row) => rawText(valueOf(row), field.type),
    render: (row) => <ValueText value={valueOf(row)} type={field.type} clock={clock} />,
  };
}

/**
 * The result's own columns, window bounds left out: they are one cell of their own.
 * Keys and the first aggregate never leave; later aggregates leave before earlier ones. What a query without
 * aggregates selects stays whole: then the table scrolls sideways.
 */
export function outputColumns<Row>(
  query: QuerySummary,
  valuesOf: (row: Row) => readonly Value[],
  clock: Clock,
): readonly Column<Row>[] {
  let aggregates = 0;
  return query.output.flatMap((field, index) => {
    const role = query.roles[index];
    if (role === "window" && query.windowed) return [];
    const stays = role === "key" || query.emission === "records" || aggregates++ === 0;
    return [valueColumn(field, index, (row: Row) => valuesOf(row)[index] ?? null, clock, stays ? 0 : 2)];
  });
}
