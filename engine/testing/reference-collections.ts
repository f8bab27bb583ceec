import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import { isNested, type Value } from "../data/data-type.ts";
import { type Element, type NestedValue, nestedText, readNested } from "../data/nested-value.ts";
import { textOf } from "./reference-cast.ts";
import { compareValues } from "./reference-expression.ts";

/** Aggregates that put values beside one another. @param records in order of arrival. */
export function collection(call: AggregateCall, records: readonly (readonly Value[])[]): Value {
  const type = call.arguments[0]!.type;
  const values = inOrder(call, records)
    .map(([value]) => (value === 0 ? 0 : value!))
    .filter((value) => value !== null || call.keepsNulls);
  const parameter = call.parameters[0] ?? null;
  const count = Number(parameter);
  const none = values.length === 0 && !call.emptyIsZero;
  const nested = (found: NestedValue): Value => (none ? null : nestedText(found, call.type));
  const list = (found: readonly Value[]): Value =>
    nested(
      found.map((value): Element =>
        value !== null && isNested(type) ? readNested(String(value), type) : value,
      ),
    );
  switch (call.name) {
    case "first_value":
      return parameter === null ? (values[0] ?? null) : list(values.slice(0, count));
    case "last_value":
      return parameter === null ? (values.at(-1) ?? null) : list(values.slice(-count));
    case "string_agg":
      return none ? null : values.map((value) => textOf(value, type)).join(String(parameter));
    case "collect_list":
      return list(values);
    case "collect_set":
      return list([...new Set(values)]);
    case "topk":
    case "topkdistinct": {
      const ranked = values.toSorted((a, b) => compareValues(b, type, a, type));
      const listed = call.name === "topk" ? ranked : [...new Set(ranked)];
      return list(listed.slice(0, count));
    }
    case "histogram": {
      const counts = new Map<string, bigint>();
      for (const value of values) {
        const text = textOf(value, type);
        counts.set(text, (counts.get(text) ?? 0n) + 1n);
      }
      return nested(counts);
    }
    default:
      throw new Error(`The reference engine has no aggregate ${call.name}.`);
  }
}

/** By the keys of ORDER BY, which are the last of the arguments; where those are equal, by arrival. */
function inOrder(call: AggregateCall, records: readonly (readonly Value[])[]): (readonly Value[])[] {
  const first = call.arguments.length - call.order.length;
  return records.toSorted((a, b) => {
    for (const [index, { descending, nullsFirst }] of call.order.entries()) {
      const [left, right] = [a[first + index]!, b[first + index]!];
      if (left === null && right === null) continue;
      if (left === null || right === null) return (left === null) === nullsFirst ? -1 : 1;
      const type = call.arguments[first + index]!.type;
      const compared = compareValues(left, type, right, type);
      if (compared !== 0) return descending ? -compared : compared;
    }
    return 0;
  });
}
