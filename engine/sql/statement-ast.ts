import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Annotation, Identifier, Property, Query } from "./ast.ts";
import type { Expression, TypeName } from "./expression-ast.ts";

/** A text: statements between semicolons. As in ast.ts, a field that syntax demands is null only where that was reported. */
export interface Script {
  readonly range: SourceRange;
  readonly statements: readonly Statement[];
}

export type Statement =
  | QueryStatement
  | CreateStatement
  | InsertStatement
  | DropStatement
  | SetStatement
  | ResetStatement
  | ShowStatement
  | DescribeStatement
  | ExplainStatement
  | JobStatement
  | OtherStatement;

interface StatementBase {
  /** Without the semicolon. */
  readonly range: SourceRange;
  /** Where messages about the whole stand: the first word, of CREATE, DROP and INSERT up to the name. */
  readonly headRange: SourceRange;
  readonly annotations: readonly Annotation[];
  /** Guessed from the forms of this statement alone (the rules are in dialect.ts), unless an annotation names it. */
  readonly dialect: Dialect;
  /** Whether an annotation `-- @dialect: …` named it. */
  readonly dialectFixed: boolean;
}

/** What one kind of statement has beyond all others. */
export type StatementBody<T extends Statement> = Omit<T, keyof StatementBase>;

export interface QueryStatement extends StatementBase {
  readonly kind: "query";
  readonly query: Query;
}

export type CreatedObject = "stream" | "table" | "view" | "materialized view" | "source" | "sink";

/** `CREATE [OR REPLACE] STREAM name (…) WITH (…) [AS SELECT …]` and its like. */
export interface CreateStatement extends StatementBase {
  readonly kind: "create";
  /** ksqlDB's `SOURCE STREAM` is a stream, Flink's TEMPORARY says nothing here. */
  readonly object: CreatedObject;
  readonly orReplace: boolean;
  readonly ifNotExists: boolean;
  readonly name: Identifier | null;
  /** Between the parentheses behind the name; null without them. */
  readonly elements: TableElements | null;
  /** RisingWave's APPEND ONLY. */
  readonly appendOnly: SourceRange | null;
  /** RisingWave's INCLUDE KEY AS k, …: the columns that they name. */
  readonly includes: readonly IncludedColumn[];
  /** RisingWave's FORMAT PLAIN ENCODE JSON. */
  readonly format: FormatClause | null;
  /** Flink's PARTITIONED BY (a, b), Flink's and ksqlDB's PARTITION BY. */
  readonly partitionedBy: readonly Identifier[];
  readonly comment: string | null;
  /** `WITH (…)` behind the columns or before AS; the one at the end of AS SELECT … is the query's. */
  readonly properties: readonly Property[];
  /** `LIKE other`. */
  readonly like: Identifier | null;
  /** RisingWave's `CREATE SINK s FROM name`. */
  readonly from: Identifier | null;
  /** AS SELECT …. */
  readonly query: Query | null;
}

/** The list in parentheses of a CREATE. */
export interface TableElements {
  readonly range: SourceRange;
  readonly columns: readonly ColumnDefinition[];
  readonly watermarks: readonly WatermarkDefinition[];
  /** `PRIMARY KEY (a, b) [NOT ENFORCED]`. */
  readonly primaryKey: { readonly range: SourceRange; readonly columns: readonly Identifier[] } | null;
  /** `*` among the columns, RisingWave's "and all others". */
  readonly star: SourceRange | null;
}

export interface ColumnDefinition {
  readonly range: SourceRange;
  readonly name: Identifier;
  /** null of computed columns, and in a list of names before AS SELECT. */
  readonly type: TypeName | null;
  readonly notNull: boolean;
  /** KEY or PRIMARY KEY behind the column. */
  readonly key: "key" | "primary-key" | null;
  /** Flink's METADATA [FROM 'key'] [VIRTUAL], ksqlDB's HEADERS and HEADER('key'). */
  readonly metadata: {
    readonly range: SourceRange;
    readonly from: string | null;
    readonly virtual: boolean;
  } | null;
  /** `AS expression`. */
  readonly computed: Expression | null;
  /** `DEFAULT expression`. */
  readonly defaultValue: Expression | null;
  readonly comment: string | null;
}

/** `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`. */
export interface WatermarkDefinition {
  readonly range: SourceRange;
  readonly column: Identifier;
  /** null: the WATERMARK stands without AS, which is the column itself. */
  readonly expression: Expression | null;
}

/** `INCLUDE key [AS name]`. */
export interface IncludedColumn {
  readonly range: SourceRange;
  /** Upper case: KEY, TIMESTAMP, PARTITION, OFFSET, HEADER. */
  readonly what: string;
  readonly name: Identifier | null;
}

/** `FORMAT plain ENCODE json [(…)]`, upper case. */
export interface FormatClause {
  readonly range: SourceRange;
  readonly format: string;
  readonly encode: string | null;
  readonly properties: readonly Property[];
}

/** `INSERT INTO name [(columns)] VALUES (…), …` or `INSERT INTO name [(columns)] SELECT …`; VALUES is a query too. */
export interface InsertStatement extends StatementBase {
  readonly kind: "insert";
  readonly name: Identifier | null;
  readonly columns: readonly Identifier[];
  readonly query: Query | null;
}

/** `DROP STREAM [IF EXISTS] name [DELETE TOPIC]`. */
export interface DropStatement extends StatementBase {
  readonly kind: "drop";
  readonly object: CreatedObject;
  readonly ifExists: boolean;
  readonly name: Identifier | null;
  readonly deleteTopic: boolean;
}

/** `SET 'key' = 'value'`, `SET key = value`, `SET key TO value`; `SET TIME ZONE 'UTC'` sets the key `time zone`. */
export interface SetStatement extends StatementBase {
  readonly kind: "set";
  readonly property: Property | null;
}

/** `RESET 'key'`, `UNSET 'key'`; without a key all. */
export interface ResetStatement extends StatementBase {
  readonly kind: "reset";
  readonly key: { readonly text: string; readonly range: SourceRange } | null;
}

/** `SHOW STREAMS`, `LIST TOPICS EXTENDED`, and a bare SET, which lists what is set. */
export interface ShowStatement extends StatementBase {
  readonly kind: "show";
  /** All that follows SHOW or LIST, upper case where it is unquoted, one space between words; of a bare SET: SETTINGS. */
  readonly what: string;
}

/** `DESCRIBE name`, `DESC EXTENDED name`, `DESCRIBE name EXTENDED`, `DESCRIBE FUNCTION name`. */
export interface DescribeStatement extends StatementBase {
  readonly kind: "describe";
  readonly extended: boolean;
  /** FUNCTION, CONNECTOR, STREAM, TABLE … before the name, upper case; null without. */
  readonly object: string | null;
  readonly name: Identifier | null;
}

/** `EXPLAIN [CHANGELOG_MODE, …] [PLAN FOR] statement`. */
export interface ExplainStatement extends StatementBase {
  readonly kind: "explain";
  /** The words between EXPLAIN and the statement, upper case. */
  readonly modes: readonly string[];
  /** What is explained; null when ksqlDB's `EXPLAIN query_id` names a running query. */
  readonly statement: Statement | null;
  readonly name: Identifier | null;
}

export type JobVerb = "START" | "STOP" | "PAUSE" | "RESUME" | "DEPLOY" | "ROLLBACK" | "TERMINATE";

/** `START JOB name AS SELECT …`, `STOP [FORCE] JOB name`, `DEPLOY JOB name VERSION '2' STRATEGY CANARY(10)`, ksqlDB's `TERMINATE name`. */
export interface JobStatement extends StatementBase {
  readonly kind: "job";
  readonly verb: JobVerb;
  readonly force: boolean;
  /** null with ALL. */
  readonly name: Identifier | null;
  readonly version: string | null;
  readonly strategy: { readonly name: string; readonly amount: number | null } | null;
  readonly properties: readonly Property[];
  readonly query: Query | null;
}

/** ALTER, GRANT …: known by its first word, and never run in a browser. */
export interface OtherStatement extends StatementBase {
  readonly kind: "other";
  /** The first word, upper case. */
  readonly verb: string;
}
