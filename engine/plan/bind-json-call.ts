import type { SourceRange } from "../common/source-range.ts";
import { BOOLEAN, type DataType, STRING, type Value, typeName } from "../data/data-type.ts";
import { castProblem } from "../expression/coercion-table.ts";
import type { Expression } from "../expression/expression.ts";
import { findFunction } from "../expression/function-registry.ts";
import type { FunctionCall, JsonFallback, JsonOptions } from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import type { FormBinder } from "./bind-form.ts";
import { bindType } from "./bind-type.ts";
import { bound, untypedNull, type Bound } from "./bound.ts";
import { castUnder } from "./cast-under.ts";
import { coerce } from "./coerce.ts";

/** What a function of JSON knows behind its arguments. */
interface KnownOptions {
  readonly returning: boolean;
  readonly wrapper: boolean;
  readonly fallbacks: readonly JsonFallback["kind"][];
  readonly onEmpty: boolean;
}

const known: Readonly<Record<string, KnownOptions>> = {
  json_value: { returning: true, wrapper: false, fallbacks: ["null", "default"], onEmpty: true },
  json_query: {
    returning: false,
    wrapper: true,
    fallbacks: ["null", "empty-array", "empty-object"],
    onEmpty: true,
  },
  json_exists: { returning: false, wrapper: false, fallbacks: ["true", "false", "unknown"], onEmpty: false },
};

/**
 * Binds a call of JSON_VALUE, JSON_QUERY or JSON_EXISTS with RETURNING, a wrapper, ON EMPTY or ON ERROR: a CASE around
 * the plain call.
 *
 * @returns null after reporting what is wrong or not known there.
 */
export function bindJsonCall(node: FunctionCall, json: JsonOptions, binder: FormBinder): Bound | null {
  const { context, bind } = binder;
  const name = findFunction(node.name.text)?.name ?? "";
  const options = Object.hasOwn(known, name) ? known[name]! : null;
  if (options === null || !isKnown(json, options))
    return context.report.unsupported(
      "UNSUPPORTED_JSON_OPTION",
      json.range,
      `${node.name.text.toUpperCase()} does not know this here.`,
      { hint: "RETURNING goes with JSON_VALUE, WITH WRAPPER with JSON_QUERY." },
    );
  const fallbacks = [json.onEmpty, json.onError].filter((fallback) => fallback !== null);
  for (const fallback of fallbacks)
    if (!options.fallbacks.includes(fallback.kind)) return refuseFallback(fallback, binder);
  const given = node.arguments.map(bind);
  if (!given.every((value) => value !== null)) return null;
  const called = bindCall(calledName(name, json), given, node.range, context, node.name.range);
  const type = json.returning === null ? called?.type : bindType(json.returning, context);
  if (called === null || !type) return null;
  const value = castTo(called, type, binder);
  if (value === null || fallbacks.every(({ kind }) => kind === "null" || kind === "unknown")) return value;
  return withFallbacks(name, json, given, value, type, binder);
}

function isKnown(json: JsonOptions, { returning, wrapper, onEmpty }: KnownOptions): boolean {
  return (
    json.onNull === null &&
    (returning || json.returning === null) &&
    (wrapper || json.wrapper === null) &&
    (onEmpty || json.onEmpty === null)
  );
}

function refuseFallback({ kind, range }: JsonFallback, { context }: FormBinder): null {
  return context.report.unsupported(
    "UNSUPPORTED_JSON_OPTION",
    range,
    kind === "error"
      ? "ERROR stops the query at the first value that cannot be read, which is not run here."
      : "This result is not known for this function.",
    { hint: "Leave it out: such a value is NULL, and is counted." },
  );
}

function calledName(name: string, { wrapper }: JsonOptions): string {
  if (wrapper === "unconditional") return `${name} with wrapper`;
  return wrapper === "conditional" ? `${name} with conditional wrapper` : name;
}

function withFallbacks(
  name: string,
  { onEmpty, onError, wrapper }: JsonOptions,
  given: readonly Bound[],
  value: Bound,
  type: DataType,
  binder: FormBinder,
): Bound | null {
  const { range } = value;
  const empty = fallbackValue(onEmpty, type, range, binder);
  const failed = fallbackValue(onError, type, range, binder);
  const wrapped = wrapper === "conditional" || wrapper === "unconditional";
  const failing = bindCall(wrapped ? "json_exists fails" : `${name} fails`, given, range, binder.context);
  const present = bindCall("json_exists", given, range, binder.context);
  const missing = present && bindCall("not", [present], range, binder.context);
  const unknown = bindCall("is null", given.slice(0, 1), range, binder.context);
  if (empty === null || failed === null || !failing || !missing || !unknown) return null;
  const branches = [
    { when: unknown.expression, result: coerce(untypedNull(range), type) },
    { when: failing.expression, result: failed },
    ...(onEmpty === null ? [] : [{ when: missing.expression, result: empty }]),
  ];
  return bound({ kind: "case", branches, otherwise: value.expression, type }, range);
}

const constants: Readonly<Partial<Record<JsonFallback["kind"], Value>>> = {
  "empty-array": "[]",
  "empty-object": "{}",
  true: true,
  false: false,
};

function fallbackValue(
  fallback: JsonFallback | null,
  type: DataType,
  range: SourceRange,
  binder: FormBinder,
): Expression | null {
  const constant = fallback === null ? undefined : constants[fallback.kind];
  if (constant !== undefined)
    return { kind: "literal", value: constant, type: typeof constant === "boolean" ? BOOLEAN : STRING };
  if (!fallback?.value) return coerce(untypedNull(range), type);
  const value = binder.bind(fallback.value);
  return (value && castTo(value, type, binder))?.expression ?? null;
}

function castTo(value: Bound, type: DataType, { context }: FormBinder): Bound | null {
  const problem = castProblem(value.type, type);
  if (problem === null) return bound(castUnder(value, type, context), value.range);
  return context.report.error("TYPE_MISMATCH", value.range, problem, {
    hint: `CAST it to ${typeName(type)}.`,
  });
}
