import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { hasErrors, type Diagnostic } from "../common/diagnostic.ts";
import type { Dialect } from "../common/dialect.ts";
import { semanticsRules, type PresetName, type SemanticsRules } from "../spec/semantics-rules.ts";
import type { Select, WithQuery } from "../sql/ast.ts";
import { parse } from "../sql/parse.ts";
import { bindScript, type ScriptQuery } from "./bind-script.ts";
import { bindSelect } from "./bind-select.ts";
import { choosePreset } from "./choose-preset.ts";
import { collectOptions } from "./collect-options.ts";
import { DiagnosticList } from "./diagnostic-list.ts";
import { baseFrom, type CommonTables, inlineQueries, withTables } from "./inline-queries.ts";
import { namesRead } from "./names-read.ts";
import type { PhysicalPlan } from "./physical-plan.ts";
import { presetLimits } from "./preset-limits.ts";

export interface CompileOptions {
  /** As if set by `SET 'key' = 'value'` before the query: the keys of WITH, which goes before them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Fixes whose rules the query runs under; else 'semantics' of WITH decides, else the dialect seen. */
  readonly preset?: PresetName;
  /** In the place of the preset's own rules: to try what one of them does. What the preset refuses stays refused. */
  readonly rules?: SemanticsRules;
}

/** Whose spelling a query uses. */
export interface SeenDialect {
  readonly name: Dialect;
  /** Whether `-- @dialect: …` says so; else it was guessed. */
  readonly fixed: boolean;
}

export interface CompiledQuery {
  /** null exactly when there are errors among the diagnostics. */
  readonly plan: PhysicalPlan | null;
  /** Errors, warnings and notes in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Also where there are errors; null where the text holds no query. */
  readonly dialect: SeenDialect | null;
}

/** Parses a script, binds and checks its one query over these streams. Never throws on what was typed. */
export function compileQuery(
  sql: string,
  streams: readonly StreamDefinition[],
  options: CompileOptions = {},
): CompiledQuery {
  const { script, diagnostics: parsed } = parse(sql);
  const report = new DiagnosticList(parsed);
  const found = bindScript(script, streams, report);
  const dialect = found && { name: found.dialect, fixed: found.dialectFixed };
  // What an open quote swallows is not missing: nothing is said of the rest of such a query.
  const swallowed = parsed.some(({ code }) => code === "SYNTAX_UNCLOSED_QUOTE");
  const plan = found && !swallowed ? bindQuery(sql, found, options, report) : null;
  const diagnostics = report.inOrder();
  if (hasErrors(diagnostics)) return { plan: null, diagnostics, dialect };
  if (plan !== null) return { plan, diagnostics, dialect };
  report.unsupported("UNSUPPORTED_QUERY", script.range, "This query is not run yet.", {
    hint: "Write one SELECT over one stream.",
  });
  return { plan: null, diagnostics: report.inOrder(), dialect };
}

function bindQuery(
  sql: string,
  script: ScriptQuery,
  { settings = {}, preset: fixed, rules: tried }: CompileOptions,
  report: DiagnosticList,
): PhysicalPlan | null {
  const { query, annotations, streams, dialect } = script;
  switch (query.kind) {
    case "union":
      return report.unsupported(
        "UNSUPPORTED_SET_OPERATION",
        query.operatorRange,
        `${query.operator} is not run yet.`,
        { hint: "Write one SELECT over one stream." },
      );
    case "values":
      return report.unsupported("UNSUPPORTED_VALUES", query.range, "VALUES alone reads no stream.", {
        hint: "Write SELECT … FROM stream.",
      });
    case "with":
    case "select": {
      const { select, tables } = bodyOf(query, report);
      if (select === null) return null;
      const values = collectOptions(
        { ...select, from: baseFrom(select.from, tables) },
        script,
        settings,
        report,
      );
      const preset = choosePreset(dialect, values, fixed, report);
      const rules = tried ?? semanticsRules[preset];
      const context = { sql, dialect, rules, limits: presetLimits[preset], report };
      const inlined = inlineQueries(select, tables, streams, context);
      return inlined && bindSelect(inlined, annotations, streams, values, preset, context);
    }
  }
}

/** The SELECT of a query and the common tables that it sees. @returns null in its place after reporting why there is none. */
function bodyOf(
  query: Select | WithQuery,
  report: DiagnosticList,
): { readonly select: Select | null; readonly tables: CommonTables } {
  const none: CommonTables = new Map();
  if (query.kind === "select") return { select: query, tables: none };
  const { tables, body, recursive } = query;
  if (body.kind === "select" && recursive === null) {
    noteUnread(query, report);
    return { select: body, tables: withTables(tables, none) };
  }
  report.unsupported(
    "UNSUPPORTED_COMMON_TABLE",
    recursive ?? query.range,
    recursive ? "WITH RECURSIVE is not run." : "WITH name AS (query) is run before one SELECT only.",
    { hint: "Write one SELECT over one stream." },
  );
  return { select: null, tables: none };
}

/** A common table that nothing reads is not looked at. */
function noteUnread({ tables, body }: WithQuery, report: DiagnosticList): void {
  const read = new Set(
    [body, ...tables.map((table) => table.query)]
      .flatMap((inner) => namesRead(inner))
      .map(({ text }) => text.toLowerCase()),
  );
  for (const { name } of tables)
    if (!read.has(name.text.toLowerCase()))
      report.warning(
        "UNREAD_COMMON_TABLE",
        name.range,
        `Nothing reads ${name.text}, so it is not looked at.`,
        {
          hint: "Read it in FROM, or leave it out.",
        },
      );
}
