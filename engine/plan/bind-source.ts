import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import type { FromItem, WindowFunction } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { findStream } from "./find-stream.ts";

/** Before the columns of a stream that a query in FROM reads: no text can spell it. */
export const SEALED = "\u0000";

/** The stream that FROM names. */
export interface Source {
  readonly stream: StreamDefinition;
  /** Lower-case names that may stand before a column's. */
  readonly qualifiers: readonly string[];
  /** Whether columns have to be qualified: the query in FROM that picked them has been put in the place of its names. */
  readonly sealed: boolean;
  /** The windowing table function around the stream, or null. */
  readonly tableFunction: WindowFunction | null;
  /** The windows of which each record has a copy, so that their bounds are columns behind those of a record; null: none. */
  readonly copies: WindowSpec | null;
  /** Whether the window of the table function is wrong, which has been reported, so that nothing can be said of its bounds. */
  readonly brokenWindow: boolean;
}

/** Finds the stream. @returns null after reporting that there is none. */
export function bindSource(
  from: FromItem,
  streams: readonly StreamDefinition[],
  report: DiagnosticList,
): Source | null {
  switch (from.kind) {
    case "stream": {
      const stream = findStream(from.name, streams, report);
      const visible = (from.alias ?? from.name).text.toLowerCase();
      return (
        stream && {
          stream,
          qualifiers: [visible],
          sealed: visible === SEALED,
          tableFunction: null,
          copies: null,
          brokenWindow: false,
        }
      );
    }
    case "window-function": {
      const { input, alias } = from;
      if (input.kind !== "stream") return bindSource(input, streams, report);
      const stream = findStream(input.name, streams, report);
      const qualifiers = [input.name, ...(alias ? [alias] : [])].map(({ text }) => text.toLowerCase());
      const sealed = alias?.text === SEALED;
      return stream && { stream, qualifiers, sealed, tableFunction: from, copies: null, brokenWindow: false };
    }
    case "derived":
      return report.unsupported(
        "UNSUPPORTED_SUBQUERY",
        from.range,
        "A query inside a query is not supported yet.",
        { hint: "Write the name of one stream, and the conditions into WHERE." },
      );
    case "table-function":
    case "table-operation":
      return report.unsupported("UNSUPPORTED_TABLE_FORM", from.range, "This form of FROM is not run yet.", {
        hint: "Write the name of one stream, with an alias if you like.",
      });
    case "join":
      return report.unsupported("UNSUPPORTED_JOIN", from.range, "Joins are not supported yet.", {
        hint: "Read one stream.",
      });
  }
}
