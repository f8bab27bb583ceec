import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { Dialect } from "../common/dialect.ts";
import type { Annotation, Identifier, Property, Query } from "../sql/ast.ts";
import type { Script, Statement } from "../sql/statement-ast.ts";
import { hasErrors } from "../common/diagnostic.ts";
import { noteOtherAnnotations } from "./bind-annotations.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { namesRead } from "./names-read.ts";
import type { SpokenOption } from "./read-options.ts";
import { refuseStatement } from "./refuse-statement.ts";
import { ScriptDefinitions } from "./script-definitions.ts";
import { ScriptSettings } from "./script-settings.ts";

/** The one query of a script, and what the statements around it say about it. */
export interface ScriptQuery {
  readonly query: Query;
  readonly annotations: readonly Annotation[];
  readonly dialect: Dialect;
  /** Whether an annotation named the dialect, above the query or above another statement of the script. */
  readonly dialectFixed: boolean;
  /** What SET says before it. */
  readonly settings: readonly SpokenOption[];
  /** What SET says that acts on nothing; its values have to be right all the same. */
  readonly idleSettings: readonly SpokenOption[];
  /** What would have been created or filled: its name, and the WITH list before AS. */
  readonly target: { readonly name: Identifier | null; readonly properties: readonly Property[] } | null;
  readonly streams: readonly StreamDefinition[];
  /** What the definitions of the script say of streams, by lower-case name. */
  readonly declared: ReadonlyMap<string, readonly SpokenOption[]>;
}

/** A statement that holds a query which can run. */
type Candidate = Statement & { readonly query: Query };

/**
 * Finds the query of a script: its SELECT, or that of its CREATE … AS or INSERT INTO. Definitions before it are applied
 * to the streams, settings before it act on it, views before it are its common tables; all other statements are refused. @returns null when there is none,
 * which was then reported.
 */
export function bindScript(
  { statements }: Script,
  loaded: readonly StreamDefinition[],
  report: DiagnosticList,
): ScriptQuery | null {
  const candidates = statements.filter(isCandidate);
  const views = viewsBefore(candidates);
  const [chosen = null, ...further] = candidates.slice(views.length);
  if (chosen !== null) refuseFurther([chosen, ...further], report);
  const settings = new ScriptSettings(report);
  const definitions = new ScriptDefinitions(loaded, report);
  const filled = chosen?.kind === "insert" ? chosen.name : null;
  let passed = false;
  for (const statement of statements) {
    if (statement === chosen) passed = true;
    else noteOtherAnnotations(statement.annotations, report);
    if (isCandidate(statement)) continue;
    if (statement.kind === "set") settings.set(statement, passed);
    else if (statement.kind === "reset") settings.reset(statement, passed);
    else if (statement.kind === "create" && statement.object !== "sink")
      definitions.define(statement, passed, filled);
    else refuseStatement(statement, definitions.streams, report);
  }
  if (chosen === null) return refuseNoQuery(statements.at(-1), report);
  const target = targetOf(chosen);
  if (target !== null) noteTarget(chosen, report);
  return {
    query: overViews(chosen.query, views),
    annotations: chosen.annotations,
    ...dialectOf(chosen, statements),
    settings: settings.acting,
    idleSettings: settings.idle,
    target,
    streams: definitions.streams,
    declared: definitions.options,
  };
}

function isCandidate(statement: Statement): statement is Candidate {
  if (statement.kind === "query") return true;
  if (statement.kind === "create") return statement.query !== null;
  return statement.kind === "insert" && statement.query !== null && statement.query.kind !== "values";
}

/** A statement that gives a query a name and makes nothing. */
type View = Candidate & { readonly kind: "create"; readonly object: "view"; readonly name: Identifier };

/** The views that a query follows: it may read them, as they are queries with names. A view alone is run itself. */
function viewsBefore(candidates: readonly Candidate[]): readonly View[] {
  const isView = (statement: Candidate): statement is View =>
    statement.kind === "create" &&
    statement.object === "view" &&
    statement.name !== null &&
    statement.properties.length === 0;
  const query = candidates.findIndex((statement) => !isView(statement));
  return candidates.slice(0, query < 0 ? Math.max(0, candidates.length - 1) : query).filter(isView);
}

/** The query with the views as its common tables, each of which sees those before it. */
function overViews(query: Query, views: readonly View[]): Query {
  if (views.length === 0) return query;
  const tables = views.map(({ headRange, name, elements, query: of }) => ({
    range: headRange,
    name,
    columns: elements?.columns.map((column) => column.name) ?? [],
    query: of,
  }));
  const { range } = query;
  if (query.kind === "with" && query.recursive === null)
    return { ...query, tables: [...tables, ...query.tables] };
  return { kind: "with", range, recursive: null, tables, body: query };
}

function targetOf(statement: Candidate): ScriptQuery["target"] {
  if (statement.kind === "create") return { name: statement.name, properties: statement.properties };
  return statement.kind === "insert" ? { name: statement.name, properties: [] } : null;
}

function noteTarget(statement: Candidate, report: DiagnosticList): void {
  const insert = statement.kind === "insert";
  report.info(
    "RESULT_IS_SHOWN",
    statement.headRange,
    insert
      ? "Nothing is written: the result is shown here."
      : "Nothing is created: the result is shown here.",
    { hint: "It can be exported from its pane." },
  );
}

/** A query that reads what another one would make is a pipeline; any other second query is one too many. */
function refuseFurther(candidates: readonly Candidate[], report: DiagnosticList): void {
  const made = new Map<string, Candidate>();
  for (const [index, candidate] of candidates.entries()) {
    const read = namesRead(candidate.query).find((name) => made.has(name.text.toLowerCase()));
    if (read)
      report.unsupported(
        "UNSUPPORTED_PIPELINE",
        read.range,
        `${read.text} is the result of another query of this script, and queries over results are not run yet.`,
        { hint: "Keep one query over a loaded stream." },
      );
    else if (index > 0)
      report.unsupported(
        "UNSUPPORTED_SEVERAL_QUERIES",
        candidate.headRange,
        "Only one query of a script can run.",
        {
          hint: "Keep one, or comment the others out.",
        },
      );
    const name = targetOf(candidate)?.name;
    if (name) made.set(name.text.toLowerCase(), candidate);
  }
}

/**
 * Whose spelling the query uses: the one that an annotation above it fixes, else the one that an annotation above any
 * other statement of the script fixes; else its own, or where that tells nothing, that of the definitions and settings
 * around it. A WINDOW clause of the native form tells.
 */
function dialectOf(
  chosen: Candidate,
  statements: readonly Statement[],
): Pick<ScriptQuery, "dialect" | "dialectFixed"> {
  const { dialect, query } = chosen;
  const fixed = [chosen, ...statements].find(({ dialectFixed }) => dialectFixed);
  if (fixed !== undefined) return { dialect: fixed.dialect, dialectFixed: true };
  const native = query.kind === "select" && (query.window !== null || query.properties.length > 0);
  const told = dialect !== "velostream" || native;
  const other = told ? undefined : statements.find((statement) => statement.dialect !== "velostream");
  return { dialect: other?.dialect ?? dialect, dialectFixed: false };
}

/** Says that a query is missing, unless another error says what is wrong. */
function refuseNoQuery(last: Statement | undefined, report: DiagnosticList): null {
  if (last === undefined || hasErrors(report.inOrder())) return null;
  return report.unsupported("UNSUPPORTED_NO_QUERY", last.headRange, "This script has no query.", {
    hint: "Add SELECT … FROM stream behind it.",
  });
}
