import type { FromItem, StreamReference } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { quoteName } from "./quote-name.ts";

/** Refuses the forms of FROM that name no single stream of ours. @returns Whether anything was refused. */
export function refuseFrom(from: FromItem, report: DiagnosticList): boolean {
  const columns = from.kind === "join" ? undefined : from.columns[0]?.range;
  if (columns)
    report.unsupported(
      "UNSUPPORTED_COLUMN_ALIASES",
      columns,
      "Column names behind a stream's alias are not run yet.",
      {
        hint: "Rename the columns in SELECT with AS.",
      },
    );
  const named = from.kind === "window-function" ? from.input : from;
  const refused = refuseItem(named, report);
  return refused || columns !== undefined;
}

function refuseItem(from: FromItem, report: DiagnosticList): boolean {
  switch (from.kind) {
    case "stream":
      return refuseReference(from, report);
    case "window-function":
      return false;
    case "derived":
      report.unsupported("UNSUPPORTED_SUBQUERY", from.range, "A query inside a query is not run yet.", {
        hint: "Write one SELECT over one stream.",
      });
      return true;
    case "table-function":
    case "table-operation": {
      const [range, word] =
        from.kind === "table-function"
          ? [from.call.name.range, from.call.name.text.toUpperCase()]
          : [from.wordRange, from.word];
      report.unsupported("UNSUPPORTED_TABLE_FORM", range, `${word} in FROM is not run yet.`, {
        hint: "Write the name of one stream, with an alias if you like.",
      });
      return true;
    }
    case "join":
      report.unsupported("UNSUPPORTED_JOIN", from.wordsRange, "Joins are not run yet.", {
        hint: "Read one stream in FROM.",
      });
      return true;
  }
}

function refuseReference(
  { name, path, address, asOf, range }: StreamReference,
  report: DiagnosticList,
): boolean {
  if (address)
    report.unsupported("UNSUPPORTED_SOURCE_URI", name.range, "An address in FROM is not read yet.", {
      hint: "Load the data as a stream and write its name.",
    });
  if (path[0])
    report.unsupported(
      "UNSUPPORTED_TABLE_PATH",
      { start: path[0].range.start, end: name.range.end },
      "There are no catalogs and databases here: a stream has one name.",
      { hint: `Write ${quoteName(name.text)}.`, fix: quoteName(name.text) },
    );
  if (asOf)
    report.unsupported(
      "UNSUPPORTED_AS_OF",
      range,
      "FOR SYSTEM_TIME AS OF goes with joins, which are not run yet.",
      {
        hint: "Read one stream in FROM.",
      },
    );
  return address || path.length > 0 || asOf !== null;
}
