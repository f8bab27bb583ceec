import { BOOLEAN, typeName } from "../data/data-type.ts";
import { castProblem, sourcesOf } from "../expression/coercion-table.ts";
import type { Expression } from "../expression/expression.ts";
import { findFunction } from "../expression/function-registry.ts";
import { isNumeric } from "../expression/type-rules.ts";
import type * as ast from "../sql/expression-ast.ts";
import { bindCase } from "./bind-case.ts";
import { bindCall, findScalarFunction } from "./bind-call.ts";
import { type FormBinder, bindForm } from "./bind-form.ts";
import { bindLiteral } from "./bind-literal.ts";
import { bindField, bindRow } from "./bind-nested.ts";
import { bindTimeZone, timeZoneCall } from "./bind-time-zone.ts";
import { bindExtract } from "./bind-time-unit.ts";
import { bindType } from "./bind-type.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, type Bound } from "./bound.ts";
import { castUnder } from "./cast-under.ts";
import { coerce } from "./coerce.ts";
import { checkComparable } from "./comparison-advice.ts";
import { findForm } from "./form-documents.ts";
import { listNames } from "./list-names.ts";
import type { NameBinder } from "./name-binder.ts";
import { otherFunctions } from "./other-functions.ts";

/** Resolves names and checks types. Every method answers null after it has reported why. */
export class ExpressionBinder {
  readonly context: BindingContext;
  readonly #names: NameBinder;
  readonly #forms: FormBinder;

  constructor(context: BindingContext, names: NameBinder) {
    this.context = context;
    this.#names = names;
    this.#forms = { context, names, bind: (node) => this.bind(node) };
  }

  bind(node: ast.Expression): Bound | null {
    const whole = this.#names.whole(node);
    return whole === undefined ? this.#bindNode(node) : whole;
  }

  /** A condition: BOOLEAN, or NULL. @param clause names it in messages: "WHERE". */
  bindCondition(node: ast.Expression, clause: string): Expression | null {
    const condition = this.bind(node);
    if (condition === null) return null;
    if (condition.type !== null && condition.type.kind !== "BOOLEAN")
      return this.context.report.error(
        "TYPE_MISMATCH",
        node.range,
        `${clause} needs a condition that is true or false, not ${typeName(condition.type)}.`,
        { hint: "Compare it with something." },
      );
    return coerce(condition, BOOLEAN);
  }

  #bindNode(node: ast.Expression): Bound | null {
    const { report } = this.context;
    switch (node.kind) {
      case "column":
        return this.#bindColumn(node);
      case "unary":
        return this.#bindUnary(node);
      case "binary":
        return this.#bindBinary(node);
      case "is-null":
        return this.#bindParts(node, node.negated ? "is not null" : "is null", [node.operand]);
      case "is-truth":
        return this.#bindIsTruth(node);
      case "is-distinct":
        return this.#bindParts(node, node.negated ? "is not distinct from" : "is distinct from", [
          node.left,
          node.right,
        ]);
      case "between":
        return this.#bindBetween(node);
      case "in":
        return this.#negateIf(node, this.#bindIn(node));
      case "like":
        return this.#negateIf(node, this.#bindLike(node));
      case "case":
        return bindCase(node, this);
      case "cast":
        return this.#bindCast(node);
      case "extract":
        return bindExtract(node, this.#forms);
      case "call":
        return this.#bindFunction(node);
      case "subquery":
        return report.unsupported(
          "UNSUPPORTED_SUBQUERY",
          node.range,
          "A query inside a query is not supported yet.",
          { hint: "Write its result as a value." },
        );
      case "array":
        return this.#bindParts(node, "array", node.elements);
      case "map":
        return this.#bindParts(
          node,
          "map",
          node.entries.flatMap(({ key, value }) => [key, value]),
        );
      case "row": {
        const values = this.#bindAll(node.fields.map(({ value }) => value));
        return values && bindRow(node.fields, values, node.range, this.context);
      }
      case "field": {
        const operand = this.bind(node.operand);
        return operand && bindField(operand, node.name, node.range, this.context);
      }
      case "element":
        return this.#bindParts(node, "[]", [node.operand, node.index]);
      case "missing":
        return null;
      case "integer":
      case "decimal":
      case "float":
      case "string":
      case "boolean":
      case "null":
      case "interval":
      case "time":
        return bindLiteral(node, false, report);
    }
  }

  #bindParts(node: ast.Expression, name: string, parts: readonly ast.Expression[]): Bound | null {
    const values = this.#bindAll(parts);
    return values && bindCall(name, values, node.range, this.context);
  }

  /** All of them, so that every problem is reported; null when one had one. */
  #bindAll(nodes: readonly ast.Expression[]): readonly Bound[] | null {
    const values = nodes.map((node) => this.bind(node));
    return values.every((value) => value !== null) ? values : null;
  }

  #negateIf(
    node: { readonly negated: boolean; readonly range: Bound["range"] },
    value: Bound | null,
  ): Bound | null {
    return value && node.negated ? bindCall("not", [value], node.range, this.context) : value;
  }

  #bindUnary(node: ast.Unary): Bound | null {
    const { operand, range } = node;
    if (node.operator === "NOT") {
      const condition = this.bindCondition(operand, "NOT");
      return condition && bindCall("not", [bound(condition, operand.range)], range, this.context);
    }
    if (node.operator === "-" && isNumberLiteral(operand)) {
      const value = bindLiteral(operand, true, this.context.report);
      return value && { ...value, range };
    }
    if (node.operator === "-") return this.#bindParts(node, "negate", [operand]);
    const value = this.bind(operand);
    if (value === null || value.type === null || isNumeric(value.type) || value.type.kind === "INTERVAL")
      return value;
    return this.context.report.error(
      "TYPE_MISMATCH",
      range,
      `+ takes a number, not ${typeName(value.type)}.`,
      { hint: "Leave the + out." },
    );
  }

  #bindColumn(node: ast.ColumnReference): Bound | null {
    const owner = this.#names.ownerOf(node);
    if (owner === null) return this.#names.column(node);
    const operand = this.bind(owner);
    return operand && bindField(operand, node.name, node.range, this.context);
  }

  #bindBinary(node: ast.Binary): Bound | null {
    const { operator, left, right, range, operatorRange } = node;
    const name = operator.toLowerCase();
    if (operator === "AND" || operator === "OR") return this.#bindLogic(node, operator);
    if (!this.#isRun(name, operator, operatorRange)) return null;
    const values = this.#bindAll([name.startsWith("->") ? textOfJson(left) : left, right]);
    return values && bindCall(name, values, range, this.context, operatorRange);
  }

  #bindLogic({ left, right, range }: ast.Binary, operator: "AND" | "OR"): Bound | null {
    const parts = [left, right].map((side) => this.bindCondition(side, operator));
    if (!parts.every((part) => part !== null)) return null;
    return bound({ kind: "call", name: operator.toLowerCase(), arguments: parts, type: BOOLEAN }, range);
  }

  /** Whether the operator is one of ours; where it is none that is refused. */
  #isRun(name: string, spelled: string, range: Bound["range"]): boolean {
    if (findFunction(name) !== null) return true;
    this.context.report.unsupported(
      "UNSUPPORTED_OPERATOR",
      range,
      `The operator ${spelled} is not run yet.`,
      { hint: "Arithmetic, ||, comparisons, AND, OR, NOT, IN, BETWEEN and LIKE are." },
    );
    return false;
  }

  #bindLike(node: ast.Like): Bound | null {
    const parts = [node.operand, node.pattern, ...(node.escape ? [node.escape] : [])];
    const name = node.operator.toLowerCase();
    return this.#isRun(name, node.operator, node.range) ? this.#bindParts(node, name, parts) : null;
  }

  #bindIn(node: ast.InList): Bound | null {
    // The parser has said that a list is missing.
    if (node.list.length === 0) return null;
    const values = this.#bindAll([node.operand, ...node.list]);
    if (values === null || !checkComparable("IN", values[0]!, values.slice(1), this.context)) return null;
    return bindCall("in", values, node.range, this.context);
  }

  #bindBetween(node: ast.Between): Bound | null {
    if (node.symmetric)
      return this.context.report.unsupported(
        "UNSUPPORTED_BETWEEN_SYMMETRIC",
        node.range,
        "BETWEEN SYMMETRIC is not run yet.",
        { hint: "Write x BETWEEN LEAST(a, b) AND GREATEST(a, b)." },
      );
    const values = this.#bindAll([node.operand, node.low, node.high]);
    if (values === null) return null;
    const [operand, low, high] = values as [Bound, Bound, Bound];
    if (!checkComparable("BETWEEN", operand, [low, high], this.context)) return null;
    const above = bindCall(">=", [operand, low], node.range, this.context);
    const below = above && bindCall("<=", [operand, high], node.range, this.context);
    return this.#negateIf(node, below && bindCall("and", [above, below], node.range, this.context));
  }

  #bindIsTruth(node: ast.IsTruth): Bound | null {
    const operand = this.bindCondition(node.operand, "IS TRUE");
    if (operand === null) return null;
    const truth: Expression = { kind: "literal", value: node.truth, type: BOOLEAN };
    const name = node.negated ? "is distinct from" : "is not distinct from";
    return bound({ kind: "call", name, arguments: [operand, truth], type: BOOLEAN }, node.range);
  }

  #bindCast(node: ast.Cast): Bound | null {
    const { report } = this.context;
    const type = bindType(node.type, this.context);
    const operand = this.bind(node.operand);
    if (type === null || operand === null) return null;
    const problem = castProblem(operand.type, type);
    if (problem !== null)
      return report.error("TYPE_MISMATCH", node.range, problem, {
        hint: `CAST makes ${typeName(type)} of ${listNames(sourcesOf(type))}.`,
      });
    const cast = castUnder(operand, type, this.context);
    const quiet = node.lenient && cast.kind === "call" && cast !== operand.expression && cast.name === "cast";
    return bound(quiet ? { ...cast, name: "try_cast" } : cast, node.range);
  }

  #bindFunction(node: ast.FunctionCall): Bound | null {
    const { report } = this.context;
    if (node.over) {
      const over = this.#names.over?.(node);
      if (over !== undefined) return over;
      return report.error("MISPLACED_OVER", node.over.range, "OVER stands in the SELECT list alone.", {
        hint: "Leave it out here; to filter by its result, that has to be a stream of its own.",
      });
    }
    if (lambdaFunctions.has(node.name.text.toLowerCase()))
      return report.unsupported(
        "UNSUPPORTED_LAMBDA",
        node.range,
        `${node.name.text.toUpperCase()} computes something for each element, which is not run yet.`,
        { hint: "Take the elements one by one: array[1], map['key']." },
      );
    const special = this.#names.call(node);
    if (special !== undefined) return special;
    if (node.name.text === timeZoneCall) return bindTimeZone(node, (inner) => this.bind(inner), this.context);
    const name = node.name.text;
    if (findForm(name) === null && findScalarFunction(name, node.name.range, report) === null) {
      // What stands in a misspelt function is checked too; in one that is not run it may be of another kind.
      if (!otherFunctions.has(name.toLowerCase())) {
        const names = this.#names.inUnknownCall?.() ?? this.#names;
        for (const argument of node.arguments) new ExpressionBinder(this.context, names).bind(argument);
      }
      return null;
    }
    const misplaced =
      node.distinct ??
      node.star ??
      node.filter?.range ??
      node.orderBy[0]?.range ??
      (node.nulls && node.range);
    if (misplaced)
      return report.error(
        "NOT_AN_AGGREGATE",
        misplaced,
        `DISTINCT, *, FILTER, ORDER BY and IGNORE NULLS go with aggregates only, not with ${name}.`,
        { hint: "Leave it out." },
      );
    const named = node.argumentNames.find((argument) => argument !== null);
    if (named)
      return report.unsupported(
        "UNSUPPORTED_NAMED_ARGUMENT",
        named.range,
        `${name} takes its arguments by their places.`,
        {
          hint: "Leave the names out.",
        },
      );
    const formed = bindForm(node, this.#forms);
    if (formed !== undefined) return formed;
    const values = this.#bindAll(node.arguments);
    return values && bindCall(name, values, node.range, this.context, node.name.range);
  }
}

/** ksqlDB's functions that take a lambda. */
const lambdaFunctions: ReadonlySet<string> = new Set(["transform", "filter", "reduce"]);

/** `x::JSONB -> 'a'` reads the text as it is. */
function textOfJson(node: ast.Expression): ast.Expression {
  return node.kind === "cast" && /^JSONB?$/.test(node.type.name) ? node.operand : node;
}

function isNumberLiteral(node: ast.Expression): node is ast.Literal {
  return node.kind === "integer" || node.kind === "decimal" || node.kind === "float";
}
