import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { visibleColumns } from "../catalog/visible-columns.ts";
import { typeName } from "../data/data-type.ts";
import type { Statement } from "../sql/statement-ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { listNames } from "./list-names.ts";

/** Refuses a statement that is neither a query, a definition nor a setting, and says what to do instead. */
export function refuseStatement(
  statement: Statement,
  streams: readonly StreamDefinition[],
  report: DiagnosticList,
): null {
  const [code, message, hint] = wordsFor(statement, streams);
  return report.unsupported(code, statement.headRange, message, { hint });
}

type Words = readonly [code: string, message: string, hint: string];

function wordsFor(statement: Statement, streams: readonly StreamDefinition[]): Words {
  switch (statement.kind) {
    case "insert":
      return [
        "UNSUPPORTED_INSERT",
        "INSERT … VALUES writes rows into a stream, and a stream is only read here.",
        "Load the rows as a CSV or JSON lines stream beside the editor.",
      ];
    case "drop":
      return [
        "UNSUPPORTED_DROP",
        "DROP is not run: nothing is stored that could be dropped.",
        "Remove the statement.",
      ];
    case "show":
      return [
        "UNSUPPORTED_SHOW",
        `SHOW ${statement.what}`.trim() + " is not run.",
        /^(STREAMS|TABLES|SOURCES|VIEWS)\b/.test(statement.what) && streams.length > 0
          ? `The streams are: ${listNames(streams.map(({ name }) => name))}.`
          : "The page lists the streams beside the editor; whose rules hold is on the Rules card.",
      ];
    case "describe":
      return ["UNSUPPORTED_DESCRIBE", "DESCRIBE is not run.", describeHint(statement.name?.text, streams)];
    case "explain":
      return [
        "UNSUPPORTED_EXPLAIN",
        "EXPLAIN is not run.",
        "Run the query: the Rules card says whose rules it runs under and what they come to.",
      ];
    case "job":
      return [
        "UNSUPPORTED_JOB",
        `${statement.verb} is about jobs on a server, and none runs here.`,
        "Write the query itself; the transport bar plays, pauses and restarts it.",
      ];
    case "create":
      return [
        "UNSUPPORTED_SINK",
        "A sink needs a server to write to.",
        "Write the query: its result is shown and can be exported.",
      ];
    case "query":
    case "set":
    case "reset":
    case "other":
      return [
        "UNSUPPORTED_STATEMENT",
        `${statement.kind === "other" ? statement.verb : statement.kind.toUpperCase()} is not run in a browser.`,
        "Remove the statement, or write a SELECT.",
      ];
  }
}

function describeHint(name: string | undefined, streams: readonly StreamDefinition[]): string {
  const found = streams.find((stream) => stream.name.toLowerCase() === name?.toLowerCase());
  if (found === undefined) return "The page shows the columns of a stream beside the editor.";
  const columns = visibleColumns(found)
    .map((index) => found.schema[index]!)
    .map(({ name: column, type }) => `${column} ${typeName(type)}`);
  return `The page shows the columns beside the editor; ${found.name} has ${listNames(columns)}.`;
}
