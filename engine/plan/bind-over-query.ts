import type { OverFunction } from "../aggregate/over-function.ts";
import type { Expression } from "../expression/expression.ts";
import { expressionIdentity } from "../expression/expression-identity.ts";
import type { Select } from "../sql/ast.ts";
import { ExpressionBinder } from "./bind-expression.ts";
import { bindOverFunction } from "./bind-over-function.ts";
import { type BoundOverWindow, bindOverWindow } from "./bind-over-window.ts";
import { bindItems } from "./bind-project-query.ts";
import type { BoundQuery } from "./bind-select.ts";
import type { Source } from "./bind-source.ts";
import type { BindingContext } from "./binding-context.ts";
import { recordWidth } from "./column-lookup.ts";
import { OverNames } from "./over-names.ts";
import { type CallOver, callsOver, windowOf } from "./over-windows.ts";
import type { TimeColumns } from "./physical-plan.ts";
import { RecordNames } from "./record-names.ts";
import type { SelectAliases } from "./select-aliases.ts";

/**
 * SELECT with functions OVER windows of records. Windows that are alike are one, and so are functions.
 * @param grouped whether there are groups or windows of time too.
 * @returns null after reporting why there is none.
 */
export function bindOverQuery(
  select: Select,
  source: Source,
  { grouped, time }: { readonly grouped: boolean; readonly time: TimeColumns },
  aliases: SelectAliases,
  context: BindingContext,
): BoundQuery | null {
  const { report, limits } = context;
  const calls = callsOver(select);
  if (limits.over !== null) return report.refuse(limits.over, calls[0]!.over.range);
  if (grouped)
    return report.unsupported(
      "UNSUPPORTED_OVER_GROUPS",
      calls[0]!.over.range,
      "OVER of groups is not run: its windows hold records.",
      { hint: "Leave GROUP BY and WINDOW out." },
    );
  const binder = new ExpressionBinder(context, new RecordNames(source, "OVER", false, aliases, context));
  const windows = new Alike<BoundOverWindow>();
  const functions = new Alike<OverFunction>();
  const indexOf = new Map<CallOver, number | null>();
  for (const call of calls) {
    const over = windowOf(call, select);
    const window = over && bindOverWindow(over, time.eventTime, binder, context);
    const index = window && windows.add(window);
    const found = index === null ? null : bindOverFunction(call, index, window!.spec, binder, context);
    indexOf.set(call, found && functions.add(found));
  }
  const [first] = windows.items;
  const mixed = calls.find((call) => {
    const index = indexOf.get(call) ?? null;
    if (index === null) return false;
    return windows.items[functions.items[index]!.window]!.spec.leaves !== first!.spec.leaves;
  });
  if (mixed)
    return report.unsupported(
      "UNSUPPORTED_MIXED_OVER",
      mixed.over.range,
      "This window's rows leave at another moment than those of the window before it.",
      { hint: "Order all windows by the event time, or keep rows in all: ROWS WINDOW BUFFER 100 ROWS." },
    );
  const names = new RecordNames(source, "SELECT", false, aliases, context);
  const firstResult = recordWidth(source);
  const scope = new OverNames(names, firstResult, functions.items, indexOf);
  const items = bindItems(select, source, new ExpressionBinder(context, scope), context);
  if (items === null || [...indexOf.values()].includes(null)) return null;
  return {
    output: items.output,
    query: {
      kind: "over",
      ...spread(windows.items),
      functions: functions.items,
      firstResult,
      projection: items.projection,
    },
  };
}

/** Windows with the same groups spread the records by them; windows with different ones need them all together. */
function spread(
  windows: readonly BoundOverWindow[],
): Pick<Extract<BoundQuery["query"], { kind: "over" }>, "keys" | "windows"> {
  const identity = (keys: readonly Expression[]): string => keys.map(expressionIdentity).join();
  const [first] = windows;
  const same = windows.every(({ keys }) => identity(keys) === identity(first!.keys));
  return {
    keys: same ? first!.keys : [],
    windows: windows.map(({ spec, keys, order }) => ({ spec, keys: same ? null : keys, order })),
  };
}

/** Things of which none is like another. */
class Alike<T extends object> {
  readonly items: T[] = [];
  readonly #identities = new Map<string, number>();

  /** @returns The index of the one that is like it. */
  add(item: T): number {
    const identity = expressionIdentity(item);
    const known = this.#identities.get(identity);
    if (known !== undefined) return known;
    this.#identities.set(identity, this.items.length);
    return this.items.push(item) - 1;
  }
}
