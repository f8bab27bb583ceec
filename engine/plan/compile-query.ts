import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { hasErrors, type Diagnostic } from "../common/diagnostic.ts";
import { semanticsRules, type PresetName } from "../spec/semantics-rules.ts";
import type { FromItem } from "../sql/ast.ts";
import { parse } from "../sql/parse.ts";
import type { QueryStatement, Script } from "../sql/statement-ast.ts";
import { bindSelect } from "./bind-select.ts";
import { choosePreset } from "./choose-preset.ts";
import { DiagnosticList } from "./diagnostic-list.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import { presetLimits } from "./preset-limits.ts";
import { QueryOptions } from "./query-options.ts";

export interface CompileOptions {
  /** As if set by `SET 'key' = 'value'` before the query: the keys of WITH, which goes before them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Fixes whose rules the query runs under; else 'semantics' of WITH decides, else the dialect seen. */
  readonly preset?: PresetName;
}

export interface CompiledQuery {
  /** null exactly when there are errors among the diagnostics. */
  readonly plan: PhysicalPlan | null;
  /** Errors, warnings and notes in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses, binds and checks a query over these streams. Never throws on what was typed. */
export function compileQuery(
  sql: string,
  streams: readonly StreamDefinition[],
  options: CompileOptions = {},
): CompiledQuery {
  const { script, diagnostics: parsed } = parse(sql);
  const report = new DiagnosticList(parsed);
  const statement = onlyQuery(script, report);
  const plan = statement && bindStatement(sql, statement, streams, options, report);
  const diagnostics = report.inOrder();
  if (hasErrors(diagnostics)) return { plan: null, diagnostics };
  if (plan !== null) return { plan, diagnostics };
  report.unsupported("UNSUPPORTED_QUERY", script.range, "This query is not run yet.");
  return { plan: null, diagnostics: report.inOrder() };
}

function bindStatement(
  sql: string,
  { query, annotations }: QueryStatement,
  streams: readonly StreamDefinition[],
  { settings = {}, preset: fixed }: CompileOptions,
  report: DiagnosticList,
): PhysicalPlan | null {
  if (query.kind === "union")
    return report.unsupported(
      "UNSUPPORTED_SET_OPERATION",
      query.operatorRange,
      `${query.operator} is not run yet.`,
    );
  if (query.kind === "values")
    return report.unsupported("UNSUPPORTED_VALUES", query.range, "VALUES alone reads no stream.", {
      hint: "Write SELECT … FROM stream.",
    });
  if (query.kind === "with")
    return report.unsupported(
      "UNSUPPORTED_COMMON_TABLE",
      query.range,
      "WITH name AS (query) is not run yet.",
    );
  const values = new QueryOptions(query.properties, settings, declaredOptions(query.from, streams), report);
  const preset = choosePreset(query, values, fixed, report);
  const context = { sql, rules: semanticsRules[preset], limits: presetLimits[preset], report };
  return bindSelect(query, annotations, streams, values, preset, context);
}

/** What the stream that FROM names says of itself; an unknown one says nothing, and is reported when it is bound. */
function declaredOptions(
  from: FromItem | null,
  streams: readonly StreamDefinition[],
): Readonly<Record<string, string>> {
  const read = from?.kind === "window-function" ? from.input : from;
  const name = read?.kind === "stream" ? read.name : null;
  const stream = streams.find((candidate) => candidate.name.toLowerCase() === name?.text.toLowerCase());
  return stream?.options ?? {};
}

/** The query of the script, which must be its only statement; null where there is none, which was then reported. */
function onlyQuery({ statements }: Script, report: DiagnosticList): QueryStatement | null {
  const [first, second] = statements;
  if (second)
    report.unsupported("UNSUPPORTED_SEVERAL_STATEMENTS", second.range, "Only one statement can run.", {
      hint: "Keep one query.",
    });
  if (first === undefined) return null;
  if (first.kind === "query") return first;
  return report.unsupported("UNSUPPORTED_STATEMENT", first.range, `${first.verb} is not run yet.`, {
    hint: "Write a SELECT.",
  });
}
