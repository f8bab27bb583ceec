import { findFunction } from "../expression/function-registry.ts";
import type { Expression, FunctionCall } from "../sql/expression-ast.ts";
import { bindCall } from "./bind-call.ts";
import { bindJsonCall } from "./bind-json-call.ts";
import { bindJsonConstructor } from "./bind-json-constructor.ts";
import { bindUnitCall } from "./bind-time-unit.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { findForm } from "./form-documents.ts";
import type { NameBinder } from "./name-binder.ts";

/** What a form needs of the binder that meets it. */
export interface FormBinder {
  readonly context: BindingContext;
  readonly names: NameBinder;
  readonly bind: (node: Expression) => Bound | null;
}

/**
 * Binds calls that are more than a function of their arguments: IF, the times of the record, those with a unit of time,
 * and JSON with options.
 *
 * @returns undefined for every other call; null after reporting what is wrong.
 */
export function bindForm(node: FunctionCall, binder: FormBinder): Bound | null | undefined {
  const typed = node.name.text.toLowerCase();
  const name = findForm(typed)?.name ?? findFunction(typed)?.name ?? typed;
  if (name === "json_object" || name === "json_array") return bindJsonConstructor(name, node, binder);
  if (node.json !== null) return bindJsonCall(node, node.json, binder);
  switch (name) {
    case "if":
      return bindIf(node, binder);
    case "now":
    case "timestamp":
      return takesNothing(node, binder) ? binder.names.arrival(node) : null;
    case "current_date":
      return takesNothing(node, binder) ? ofArrival("date", node, binder) : null;
    case "unix_timestamp":
      return node.arguments.length === 0 ? ofArrival(name, node, binder) : undefined;
    default:
      return bindUnitCall(name, node, binder);
  }
}

/** It is CASE: only the branch that is chosen is computed. */
function bindIf(
  { arguments: given, range, name }: FunctionCall,
  { bind, context }: FormBinder,
): Bound | null {
  const [when, result, otherwise] = given;
  if (when && result && otherwise && given.length === 3)
    return bind({ kind: "case", range, operand: null, branches: [{ when, result }], otherwise });
  return context.report.error(
    "WRONG_ARGUMENT_COUNT",
    range,
    `${name.text.toUpperCase()} takes 3 arguments, not ${given.length}.`,
    { hint: "Write IF(condition, value, otherwise)." },
  );
}

function takesNothing({ name, arguments: given, range }: FunctionCall, { context }: FormBinder): boolean {
  if (given.length === 0) return true;
  const upper = name.text.toUpperCase();
  context.report.error(
    "WRONG_ARGUMENT_COUNT",
    range,
    `${upper} takes no arguments: it is the time of the record.`,
    {
      hint: "CAST a value to TIMESTAMP or DATE instead.",
    },
  );
  return false;
}

function ofArrival(name: string, node: FunctionCall, binder: FormBinder): Bound | null {
  const arrival = binder.names.arrival(node);
  return arrival && bindCall(name, [arrival], node.range, binder.context);
}
