import type { SourceRange } from "../common/source-range.ts";
import { STRING } from "../data/data-type.ts";
import type { Expression, FunctionCall } from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import type { FormBinder } from "./bind-form.ts";
import { bound, type Bound } from "./bound.ts";

/**
 * JSON_OBJECT(KEY k VALUE v, …) and JSON_ARRAY(v, …): texts put together. NULL is written as null in an object and left
 * out of an array unless ON NULL says otherwise; a value that is such a call is taken as JSON, not as a text.
 */
export function bindJsonConstructor(
  name: "json_object" | "json_array",
  node: FunctionCall,
  binder: FormBinder,
): Bound | null {
  const { arguments: given, json, range } = node;
  const { report } = binder.context;
  if (json !== null && (json.returning ?? json.onEmpty ?? json.onError ?? json.wrapper) !== null)
    return report.unsupported(
      "UNSUPPORTED_JSON_OPTION",
      json.range,
      "Only NULL ON NULL and ABSENT ON NULL go here.",
      { hint: "Leave it out." },
    );
  if (name === "json_object" && given.length % 2 !== 0)
    return report.error("TYPE_MISMATCH", range, "JSON_OBJECT takes a value for each key.", {
      hint: "Write JSON_OBJECT(KEY 'name' VALUE value, …).",
    });
  const absent = (json?.onNull ?? (name === "json_object" ? "null" : "absent")) === "absent";
  const members: (Bound | null)[] = [];
  const step = name === "json_object" ? 2 : 1;
  for (let i = 0; i < given.length; i += step) {
    const value = bindValue(given[i + step - 1]!, absent, binder);
    members.push(step === 1 ? value : value && bindMember(given[i]!, value, binder));
  }
  if (!members.every((member) => member !== null)) return null;
  const [open, close] = name === "json_object" ? ["{", "}"] : ["[", "]"];
  const call = (called: string, values: readonly Bound[]): Bound | null =>
    bindCall(called, values, range, binder.context);
  const joined = call("concat_ws", [text(",", range), text(null, range), ...members]);
  return joined && call("concat", [text(open!, range), joined, text(close!, range)]);
}

/** As JSON; NULL stays NULL where it is to be left out. */
function bindValue(node: Expression, absent: boolean, { bind, context }: FormBinder): Bound | null {
  const value = bind(node);
  const isJson = node.kind === "call" && /^JSON_(?:OBJECT|ARRAY|QUERY)$/i.test(node.name.text);
  const json = value && (isJson ? value : bindCall("to_json_string", [value], node.range, context));
  return (
    json && (absent ? json : bindCall("coalesce", [json, text("null", node.range)], node.range, context))
  );
}

function bindMember(key: Expression, value: Bound, { bind, context }: FormBinder): Bound | null {
  const name = bind(key);
  if (name === null) return null;
  if (name.type !== null && name.type.kind !== "STRING")
    return context.report.error("TYPE_MISMATCH", key.range, "A key of JSON_OBJECT is a STRING.", {
      hint: "CAST it to STRING.",
    });
  const written = bindCall("to_json_string", [name], key.range, context);
  const colon = written && bindCall("||", [written, text(":", key.range)], key.range, context);
  return colon && bindCall("||", [colon, value], key.range, context);
}

function text(value: string | null, range: SourceRange): Bound {
  return bound({ kind: "literal", value, type: STRING }, range);
}
