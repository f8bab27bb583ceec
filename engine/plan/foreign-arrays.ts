import type { Bound } from "./bound.ts";
import type { Meaning } from "./foreign-functions.ts";
import type { Refusal } from "./diagnostic-list.ts";

type Meanings = readonly (readonly [name: string, meaning: Meaning])[];

/** NULLs come first in what is sorted, and NULL can be looked for. */
export const flinkArrays: Meanings = [
  [
    "array_sort",
    () => refusal("Flink's ARRAY_SORT puts NULLs first, and here they come last.", "Leave ARRAY_SORT out."),
  ],
  ["array_contains", lookingForNull("Flink")],
  ["array_join", joinOfDoubles],
];

/** Positions below 1 count from the end, and NULL can be looked for. */
export const ksqlArrays: Meanings = [
  ["[]", (values) => ({ name: "element_at", values })],
  ["array_contains", lookingForNull("ksqlDB")],
  [
    "array_join",
    (values) =>
      values.length === 2
        ? refusal(
            "What ksqlDB's ARRAY_JOIN writes for NULL has not been seen in its runs.",
            "Give the text of NULL as a third argument, and choose WITH ('semantics' = 'velostream').",
          )
        : joinOfDoubles(values),
  ],
];

/** ARRAY_CONTAINS compares two ARRAYs. */
export const risingwaveArrays: Meanings = [
  [
    "array_contains",
    () =>
      refusal("RisingWave's ARRAY_CONTAINS looks for the elements of an ARRAY.", "Write value = ANY(array)."),
  ],
];

/** Its elements would be written in our way, not in Java's. */
function joinOfDoubles([array]: readonly Bound[]): Refusal | null {
  return array?.type?.kind === "ARRAY" && array.type.element.kind === "DOUBLE"
    ? refusal(
        "Under these rules a DOUBLE has another text than ARRAY_JOIN writes here.",
        "Make an ARRAY of texts: ARRAY[CAST(number AS STRING), …].",
      )
    : null;
}

function lookingForNull(engine: string): Meaning {
  return (values) =>
    values[1]?.type === null
      ? refusal(`${engine} finds NULL in an ARRAY; here the result is NULL.`, "Look for a value.")
      : null;
}

function refusal(message: string, hint: string): Refusal {
  return { code: "UNSUPPORTED_MEANING", message, hint };
}
