import { BOOLEAN, TIMESTAMP, typeName } from "../data/data-type.ts";
import { castProblem } from "../expression/cast.ts";
import type { Expression } from "../expression/expression.ts";
import { commonType, isNumeric } from "../expression/type-rules.ts";
import type * as ast from "../sql/expression-ast.ts";
import { bindCall, findScalarFunction } from "./bind-call.ts";
import { bindLiteral } from "./bind-literal.ts";
import { bindType } from "./bind-type.ts";
import type { BindingContext } from "./binding-context.ts";
import { bound, untypedNull, type Bound } from "./bound.ts";
import { coerce } from "./coerce.ts";
import type { NameBinder } from "./name-binder.ts";
import { shiftTime } from "./shift-time.ts";

/** Resolves names and checks types. Every method answers null after it has reported why. */
export class ExpressionBinder {
  readonly #context: BindingContext;
  readonly #names: NameBinder;

  constructor(context: BindingContext, names: NameBinder) {
    this.#context = context;
    this.#names = names;
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
      return this.#context.report.error(
        "TYPE_MISMATCH",
        node.range,
        `${clause} needs a condition that is true or false, not ${typeName(condition.type)}.`,
        { hint: "Compare it with something." },
      );
    return coerce(condition, BOOLEAN);
  }

  #bindNode(node: ast.Expression): Bound | null {
    const { report } = this.#context;
    switch (node.kind) {
      case "column":
        return this.#names.column(node);
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
        return this.#negateIf(node, this.#bindParts(node, "in", [node.operand, ...node.list]));
      case "like":
        return this.#negateIf(
          node,
          this.#bindParts(node, "like", [node.operand, node.pattern, ...(node.escape ? [node.escape] : [])]),
        );
      case "case":
        return this.#bindCase(node);
      case "cast":
        return this.#bindCast(node);
      case "extract":
        return report.unsupported("UNSUPPORTED_EXTRACT", node.range, "EXTRACT is not supported yet.");
      case "call":
        return this.#bindFunction(node);
      case "subquery":
        return report.unsupported(
          "UNSUPPORTED_SUBQUERY",
          node.range,
          "A query inside a query is not supported yet.",
        );
      case "array":
      case "map":
      case "row":
      case "field":
      case "element":
        return report.unsupported(
          "UNSUPPORTED_NESTED_VALUE",
          node.range,
          "Rows, arrays and maps are not supported yet.",
        );
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
    return values && bindCall(name, values, node.range, this.#context);
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
    return value && node.negated ? bindCall("not", [value], node.range, this.#context) : value;
  }

  #bindUnary(node: ast.Unary): Bound | null {
    const { operand, range } = node;
    if (node.operator === "NOT") return this.#bindParts(node, "not", [operand]);
    if (node.operator === "-" && isNumberLiteral(operand)) {
      const value = bindLiteral(operand, true, this.#context.report);
      return value && { ...value, range };
    }
    if (node.operator === "-") return this.#bindParts(node, "negate", [operand]);
    const value = this.bind(operand);
    if (value === null || value.type === null || isNumeric(value.type)) return value;
    return this.#context.report.error(
      "TYPE_MISMATCH",
      range,
      `+ takes a number, not ${typeName(value.type)}.`,
    );
  }

  #bindBinary(node: ast.Binary): Bound | null {
    const { operator, left, right, range } = node;
    if (operator === "+" || operator === "-") {
      if (right.kind === "interval")
        return this.#bindShift(node, left, operator === "+" ? right.ms : -right.ms);
      if (left.kind === "interval" && operator === "+") return this.#bindShift(node, right, left.ms);
    }
    const values = this.#bindAll([left, right]);
    return values && bindCall(operator.toLowerCase(), values, range, this.#context, node.operatorRange);
  }

  /** A TIMESTAMP and an INTERVAL: computed in milliseconds. */
  #bindShift(node: ast.Binary, time: ast.Expression, ms: number): Bound | null {
    const value = this.bind(time);
    if (value === null) return null;
    if (value.type !== null && value.type.kind !== "TIMESTAMP")
      return this.#context.report.error(
        "TYPE_MISMATCH",
        node.range,
        `An INTERVAL goes with a TIMESTAMP, not with ${typeName(value.type)}.`,
      );
    return bound(shiftTime(coerce(value, TIMESTAMP), ms), node.range);
  }

  #bindBetween(node: ast.Between): Bound | null {
    const values = this.#bindAll([node.operand, node.low, node.high]);
    if (values === null) return null;
    const [operand, low, high] = values as [Bound, Bound, Bound];
    const above = bindCall(">=", [operand, low], node.range, this.#context);
    const below = above && bindCall("<=", [operand, high], node.range, this.#context);
    return this.#negateIf(node, below && bindCall("and", [above, below], node.range, this.#context));
  }

  #bindIsTruth(node: ast.IsTruth): Bound | null {
    const operand = this.bindCondition(node.operand, "IS TRUE");
    if (operand === null) return null;
    const truth: Expression = { kind: "literal", value: node.truth, type: BOOLEAN };
    const name = node.negated ? "is distinct from" : "is not distinct from";
    return bound({ kind: "call", name, arguments: [operand, truth], type: BOOLEAN }, node.range);
  }

  #bindCase(node: ast.Case): Bound | null {
    const operand = node.operand === null ? undefined : this.bind(node.operand);
    const branches = node.branches.map(({ when, result }) => ({
      when: operand === undefined ? this.bindCondition(when, "WHEN") : this.#bindMatch(operand, when),
      result: this.bind(result),
    }));
    const otherwise = node.otherwise ? this.bind(node.otherwise) : untypedNull(node.range);
    if (otherwise === null) return null;
    const results: Bound[] = [];
    const conditions: Expression[] = [];
    for (const { when, result } of branches) {
      if (when === null || result === null) return null;
      conditions.push(when);
      results.push(result);
    }
    const type = commonType([...results, otherwise].map((result) => result.type));
    if (type === null)
      return this.#context.report.error(
        "TYPE_MISMATCH",
        node.range,
        "The results of this CASE have no common type.",
        {
          hint: "CAST them to one type.",
        },
      );
    return bound(
      {
        kind: "case",
        branches: conditions.map((when, index) => ({ when, result: coerce(results[index]!, type) })),
        otherwise: node.otherwise ? coerce(otherwise, type) : null,
        type,
      },
      node.range,
    );
  }

  #bindMatch(operand: Bound | null, node: ast.Expression): Expression | null {
    const value = this.bind(node);
    if (operand === null || value === null) return null;
    return bindCall("=", [operand, value], node.range, this.#context)?.expression ?? null;
  }

  #bindCast(node: ast.Cast): Bound | null {
    const { report } = this.#context;
    const type = bindType(node.type, this.#context);
    const operand = this.bind(node.operand);
    if (type === null || operand === null) return null;
    const problem = castProblem(operand.type, type);
    if (problem !== null) return report.error("TYPE_MISMATCH", node.range, problem);
    return bound(coerce(operand, type), node.range);
  }

  #bindFunction(node: ast.FunctionCall): Bound | null {
    const { report } = this.#context;
    if (node.over)
      return report.unsupported("UNSUPPORTED_OVER", node.over.range, "OVER is not supported yet.");
    const special = this.#names.call(node);
    if (special !== undefined) return special;
    const name = node.name.text;
    if (findScalarFunction(name, node.name.range, report) === null) return null;
    const misplaced = node.distinct ?? node.star ?? node.filter?.range;
    if (misplaced)
      return report.error(
        "NOT_AN_AGGREGATE",
        misplaced,
        `DISTINCT, * and FILTER go with aggregates only, not with ${name}.`,
      );
    const values = this.#bindAll(node.arguments);
    return values && bindCall(name, values, node.range, this.#context, node.name.range);
  }
}

function isNumberLiteral(node: ast.Expression): node is ast.Literal {
  return node.kind === "integer" || node.kind === "decimal" || node.kind === "float";
}
