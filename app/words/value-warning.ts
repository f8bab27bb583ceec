import type { ValueWarning } from "../../engine/client/types.ts";
import type { Sentence } from "./sentence.ts";
import { counted } from "./value.ts";

const causes: Readonly<Record<ValueWarning["code"], string>> = {
  DIVISION_BY_ZERO: "a division by zero has no value",
  BIGINT_OVERFLOW: "the result does not fit a BIGINT of 64 bits",
  DECIMAL_OVERFLOW: "the result has more digits than its DECIMAL",
  CAST_FAILED: "the cast found nothing that it can read",
  TIME_OUT_OF_RANGE: "the time lies beyond what a TIMESTAMP holds",
  BAD_ARGUMENT: "a function has no value there",
  BAD_JSON: "the text is no JSON",
  BAD_REGEX: "the pattern is no regular expression that is run here",
  TEXT_TOO_LONG: "the text would be too long",
  TOO_MANY_VALUES: "too many values would have to be kept",
};

/** Values that are NULL because they could not be computed: "3 values are NULL: …, first at #17:", the example follows. */
export function valueWarning({ code, count, seq }: ValueWarning): Sentence {
  const where: Sentence = Number.isFinite(seq) ? [{ record: seq }] : ["the end of input"];
  return [
    `${counted(count, "value")} ${count === 1 ? "is" : "are"} NULL: ${causes[code]}, first at `,
    ...where,
    ":",
  ];
}
