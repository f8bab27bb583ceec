import type { SourceRange } from "../common/source-range.ts";
import type { Expression, FunctionCall } from "./expression-ast.ts";

/**
 * The call that another form means.
 * @param name of the function, upper case. @param nameRange what was written in its place.
 */
export function plainCall(
  name: string,
  nameRange: SourceRange,
  values: readonly Expression[],
  range: SourceRange,
): FunctionCall {
  return {
    kind: "call",
    range,
    name: { range: nameRange, text: name, quoted: false },
    distinct: null,
    star: null,
    arguments: values,
    argumentNames: [],
    orderBy: [],
    nulls: null,
    json: null,
    filter: null,
    over: null,
  };
}
