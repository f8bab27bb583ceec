import type { Diagnostic } from "../common/diagnostic.ts";
import type { SourceRange } from "../common/source-range.ts";

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

const oneQuery = "Write one SELECT over one stream.";
const tumblingOnly = "TUMBLING windows are run: WINDOW TUMBLING(5m).";

/** What the grammar knows and the engine does not run yet. */
export type UnsupportedForm =
  | "hint"
  | "severalStatements"
  | "commonTable"
  | "union"
  | "subquery"
  | "join"
  | "noFrom"
  | "distinct"
  | "starExcept"
  | "orderBy"
  | "limit"
  | "groupingSets"
  | "over"
  | "namedWindow"
  | "qualify"
  | "into"
  | "primaryKey"
  | "emitEvery"
  | "hoppingWindow"
  | "sessionWindow"
  | "cumulateWindow"
  | "sourceOptions"
  | "sourceUri"
  | "tableForm"
  | "columnAliases"
  | "operator"
  | "fieldAccess"
  | "valueConstructor"
  | "argumentForm"
  | "calendarUnit"
  | "intervalFields";

/** How each is refused. An issue that brings one removes its entry here and the call that names it. */
const refusals: Readonly<Record<UnsupportedForm, Refusal>> = {
  hint: {
    code: "UNSUPPORTED_HINT",
    message: "Hints in /*+ … */ are not read yet.",
    hint: "Say it in WITH ('key' = 'value') at the end of the query.",
  },
  severalStatements: {
    code: "UNSUPPORTED_SEVERAL_STATEMENTS",
    message: "Only the first statement can run yet.",
    hint: "Keep one query in the editor, or comment the others out.",
  },
  commonTable: {
    code: "UNSUPPORTED_COMMON_TABLE",
    message: "WITH name AS (query) is not run yet.",
    hint: oneQuery,
  },
  union: {
    code: "UNSUPPORTED_SET_OPERATION",
    message: "UNION, EXCEPT and INTERSECT are not run yet.",
    hint: oneQuery,
  },
  subquery: {
    code: "UNSUPPORTED_SUBQUERY",
    message: "A query inside a query is not run yet.",
    hint: oneQuery,
  },
  join: { code: "UNSUPPORTED_JOIN", message: "Joins are not run yet.", hint: "Read one stream in FROM." },
  noFrom: {
    code: "UNSUPPORTED_NO_FROM",
    message: "A query without FROM reads no stream.",
    hint: "Name the stream: SELECT … FROM stream.",
  },
  distinct: {
    code: "UNSUPPORTED_DISTINCT",
    message: "SELECT DISTINCT is not run yet.",
    hint: "GROUP BY the same columns gives each combination once.",
  },
  starExcept: {
    code: "UNSUPPORTED_STAR_EXCEPT",
    message: "`* EXCEPT (…)` is not read yet.",
    hint: "Name the columns that you want.",
  },
  orderBy: {
    code: "UNSUPPORTED_ORDER_BY",
    message: "ORDER BY is not run yet.",
    hint: "Leave it out; rows come in the order in which the stream causes them.",
  },
  limit: {
    code: "UNSUPPORTED_LIMIT",
    message: "LIMIT is not run yet.",
    hint: "Leave it out; pause the replay instead.",
  },
  groupingSets: {
    code: "UNSUPPORTED_GROUPING_SETS",
    message: "GROUPING SETS, ROLLUP and CUBE are not run yet.",
    hint: "GROUP BY one list of columns.",
  },
  over: {
    code: "UNSUPPORTED_OVER",
    message: "OVER is not run yet.",
    hint: "Use an aggregate with GROUP BY and WINDOW TUMBLING(…).",
  },
  namedWindow: {
    code: "UNSUPPORTED_NAMED_WINDOW",
    message: "WINDOW name AS (…) is not run yet.",
    hint: tumblingOnly,
  },
  qualify: { code: "UNSUPPORTED_QUALIFY", message: "QUALIFY is not run yet.", hint: "Use HAVING." },
  into: {
    code: "UNSUPPORTED_INTO",
    message: "INTO is not run yet.",
    hint: "Leave it out; the rows are shown and can be exported.",
  },
  primaryKey: {
    code: "UNSUPPORTED_PRIMARY_KEY",
    message: "PRIMARY KEY behind a column is not read yet.",
    hint: "Leave it out; the GROUP BY columns are the key.",
  },
  emitEvery: {
    code: "UNSUPPORTED_EMIT_EVERY",
    message: "EMIT EVERY is not run yet.",
    hint: "Write EMIT CHANGES or EMIT FINAL.",
  },
  hoppingWindow: {
    code: "UNSUPPORTED_HOPPING_WINDOW",
    message: "Hopping windows (SLIDING, HOPPING, HOP) are not run yet.",
    hint: tumblingOnly,
  },
  sessionWindow: {
    code: "UNSUPPORTED_SESSION_WINDOW",
    message: "Session windows are not run yet.",
    hint: tumblingOnly,
  },
  cumulateWindow: {
    code: "UNSUPPORTED_CUMULATE_WINDOW",
    message: "Cumulating windows are not run yet.",
    hint: tumblingOnly,
  },
  sourceOptions: {
    code: "UNSUPPORTED_SOURCE_OPTIONS",
    message: "WITH directly behind a stream's name is not read yet.",
    hint: "Write WITH (…) at the end of the query.",
  },
  sourceUri: {
    code: "UNSUPPORTED_SOURCE_URI",
    message: "A quoted address in FROM is not read yet.",
    hint: "Load the data as a stream and write its name.",
  },
  tableForm: {
    code: "UNSUPPORTED_TABLE_FORM",
    message: "This form of FROM is not run yet.",
    hint: "Write the name of one stream, with an alias if you like.",
  },
  columnAliases: {
    code: "UNSUPPORTED_COLUMN_ALIASES",
    message: "Column names behind a stream's alias are not read yet.",
    hint: "Rename the columns in SELECT with AS.",
  },
  operator: {
    code: "UNSUPPORTED_OPERATOR",
    message: "This operator is not run yet.",
    hint: "Arithmetic, comparisons, AND, OR, NOT, IN, BETWEEN and LIKE are read.",
  },
  fieldAccess: {
    code: "UNSUPPORTED_FIELD_ACCESS",
    message: "Fields of structures and elements of arrays are not read yet.",
    hint: "Use plain columns.",
  },
  valueConstructor: {
    code: "UNSUPPORTED_CONSTRUCTOR",
    message: "Rows, arrays and maps are not run yet.",
    hint: "Use one value an expression.",
  },
  argumentForm: {
    code: "UNSUPPORTED_ARGUMENT_FORM",
    message: "This form of argument is not read yet.",
    hint: "Separate the arguments by commas.",
  },
  calendarUnit: {
    code: "UNSUPPORTED_CALENDAR_UNIT",
    message: "Months, quarters and years have no fixed length, so they cannot be used here.",
    hint: "Write the length in days or a smaller unit.",
  },
  intervalFields: {
    code: "UNSUPPORTED_INTERVAL_FIELDS",
    message: "Intervals of several fields are not read yet.",
    hint: "Write one number and one unit: INTERVAL '90' SECOND.",
  },
};

/** The refusal of a form that was recognised at a range. */
export function unsupported(form: UnsupportedForm, range: SourceRange): Diagnostic {
  return { ...refusals[form], severity: "error", range, fix: null };
}

/** The refusal of a statement by its first word, in upper case. */
export function unsupportedStatement(verb: string, range: SourceRange): Diagnostic {
  return {
    code: "UNSUPPORTED_STATEMENT",
    severity: "error",
    range,
    message: `${verb} statements are not run yet.`,
    hint: "Write a SELECT; streams are chosen beside the editor.",
    fix: null,
  };
}
