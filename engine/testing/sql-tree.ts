import { spanOf } from "../common/source-range.ts";
import type { Identifier, OrderItem, Select } from "../sql/ast.ts";
import type { Expression, FunctionCall, JsonFallback, TypeName } from "../sql/expression-ast.ts";
import { parse } from "../sql/parse.ts";
import type { Statement } from "../sql/statement-ast.ts";

/** The first statement of a text. @throws where there is none. */
export function statementOf(text: string): Statement {
  const [first] = parse(text).script.statements;
  if (first === undefined) throw new Error(`no statement: ${text}`);
  return first;
}

/** The SELECT that is the first statement of a text. @throws where it is none. */
export function selectOf(text: string): Select {
  const first = statementOf(text);
  if (first.kind !== "query" || first.query.kind !== "select") throw new Error(`no SELECT: ${text}`);
  return first.query;
}

/** Diagnostics as `code «text under the range»`. */
export function syntaxProblems(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}»`);
}

/** The first item of `SELECT text FROM t`. @throws where it is none. */
export function expressionOf(text: string): Expression {
  const [item] = selectOf(`SELECT ${text} FROM t`).items;
  if (item?.kind !== "expression") throw new Error(`no expression: ${text}`);
  return item.expression;
}

/** A tree as nested lists: `(+ a (* b 2))`. */
export function shown(node: Expression): string {
  switch (node.kind) {
    case "integer":
      return String(node.value);
    case "decimal":
      return node.text;
    case "float":
      return `${node.value}f`;
    case "string":
      return `'${node.value}'`;
    case "boolean":
      return node.value ? "true" : "false";
    case "null":
      return "null";
    case "interval":
      return `${node.ms}ms`;
    case "time":
      return list(node.type, `'${node.text}'`);
    case "column":
      return node.qualifier === null ? node.name.text : `${node.qualifier.text}.${node.name.text}`;
    case "unary":
      return list(node.operator, node.operand);
    case "binary":
      return list(node.operator, node.left, node.right);
    case "is-null":
      return list(`${not(node)}null`, node.operand);
    case "is-truth":
      return list(`${not(node)}${node.truth}`, node.operand);
    case "is-distinct":
      return list(`${not(node)}distinct`, node.left, node.right);
    case "between":
      return list(
        `${not(node)}between${node.symmetric ? "-symmetric" : ""}`,
        node.operand,
        node.low,
        node.high,
      );
    case "in":
      return list(`${not(node)}in`, node.operand, ...node.list);
    case "like":
      return list(
        `${not(node)}${node.operator.toLowerCase()}`,
        node.operand,
        node.pattern,
        ...some(node.escape),
      );
    case "case":
      return list("case", node.operand, ...node.branches.flatMap((b) => [b.when, b.result]), node.otherwise);
    case "cast":
      return list(node.lenient ? "try-cast" : "cast", node.operand, shownType(node.type));
    case "extract":
      return list("extract", node.part, node.operand);
    case "call":
      return shownCall(node);
    case "array":
      return list("array", ...node.elements);
    case "map":
      return list("map", ...node.entries.flatMap(({ key, value }) => [key, value]));
    case "row":
      return list("row", ...node.fields.flatMap(({ name, value }) => [...named(name, ":="), value]));
    case "field":
      return list("field", node.operand, node.name.text);
    case "element":
      return list("element", node.operand, node.index);
    case "subquery":
      return node.exists ? "exists" : (node.quantifier ?? "query");
    case "missing":
      return "?";
  }
}

function shownCall(node: FunctionCall): string {
  const { json } = node;
  return list(
    node.name.text,
    ...(node.distinct ? ["distinct"] : []),
    ...(node.star ? ["*"] : []),
    ...node.arguments.flatMap((value, index) => [...named(node.argumentNames[index] ?? null, "=>"), value]),
    ...(node.orderBy.length === 0 ? [] : [list("order", ...node.orderBy.map(shownOrder))]),
    ...(node.nulls === null ? [] : [`${node.nulls}-nulls`]),
    ...(json?.returning ? [`returning ${shownType(json.returning)}`] : []),
    ...(json?.wrapper ? [`${json.wrapper}-wrapper`] : []),
    ...shownFallback("empty", json?.onEmpty ?? null),
    ...shownFallback("error", json?.onError ?? null),
    ...(json?.onNull ? [`on-null-${json.onNull}`] : []),
    ...(node.filter ? ["filter", node.filter] : []),
    ...(node.over === null ? [] : ["text" in node.over.window ? `over ${node.over.window.text}` : "over"]),
  );
}

/** A type as written: `MAP<STRING,BIGINT>`, `STRUCT<a BIGINT>`. */
export function shownType({ name, parameters, elements, fields }: TypeName): string {
  const inner = elements.map((element, index) => [...named(fields[index] ?? null, ""), shownType(element)]);
  const parts = [...parameters.map(String), ...inner.map((part) => part.join(" "))];
  return parts.length === 0 ? name : `${name}<${parts.join(",")}>`;
}

function shownOrder({ expression, descending, nulls }: OrderItem): string {
  return [shown(expression), ...(descending ? ["desc"] : []), ...(nulls ? [`nulls-${nulls}`] : [])].join(" ");
}

function shownFallback(place: string, fallback: JsonFallback | null): readonly (string | Expression)[] {
  return fallback === null ? [] : [`on-${place}-${fallback.kind}`, ...some(fallback.value)];
}

function named(name: Identifier | null, sign: string): readonly string[] {
  return name === null ? [] : [`${name.text}${sign}`];
}

function some(node: Expression | null): readonly Expression[] {
  return node === null ? [] : [node];
}

function not({ negated }: { readonly negated: boolean }): string {
  return negated ? "not-" : "";
}

function list(...parts: readonly (string | Expression | null)[]): string {
  return `(${parts.map((part) => (part === null ? "_" : typeof part === "string" ? part : shown(part))).join(" ")})`;
}

/** The text under a range, or under several from the first to the last. */
export function textUnder(
  text: string,
  ...nodes: readonly { readonly range: { readonly start: number; readonly end: number } }[]
): string {
  const range = nodes.map((node) => node.range).reduce(spanOf);
  return text.slice(range.start, range.end);
}
