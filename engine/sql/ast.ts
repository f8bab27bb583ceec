import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { ColumnReference, Expression, FunctionCall } from "./expression-ast.ts";

/** `-- @key: value` before a statement. */
export interface Annotation {
  /** From the `@` to the end of the value. */
  readonly range: SourceRange;
  readonly key: string;
  readonly keyRange: SourceRange;
  /** Trimmed; empty when nothing follows the key. */
  readonly value: string;
  readonly valueRange: SourceRange;
}

export interface Identifier {
  readonly range: SourceRange;
  /** Without quotes, in the letter case that was typed. */
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * The syntax tree: what was written, not what it means. Names are unresolved; plain data that crosses threads.
 *
 * A field that syntax demands is null only where a diagnostic has been reported, so whoever reads the tree may skip it
 * silently. The tree says nothing of what can be run: plan/ refuses what cannot.
 */
export type Query = Select | Union | WithQuery | Values;

/** What may end a query: of a whole chain of set operations, or of a single SELECT. */
export interface QueryEnd {
  /** Empty without ORDER BY. */
  readonly orderBy: readonly OrderItem[];
  /** Of LIMIT and FETCH FIRST; null without, and for LIMIT ALL. */
  readonly limit: Expression | null;
  /** OFFSET, in rows. */
  readonly offset: Expression | null;
  readonly emit: EmitClause | null;
  /** `INTO sink`. */
  readonly into: Identifier | null;
  /** `WITH ('key' = 'value', …)`, in the order written; a key may stand twice. */
  readonly properties: readonly Property[];
}

export interface Select extends QueryEnd {
  readonly kind: "select";
  readonly range: SourceRange;
  /** Guessed from the forms of the whole statement (the rules are in dialect.ts), unless it is fixed. */
  readonly dialect: Dialect;
  /** Whether an annotation `-- @dialect: …` named it. */
  readonly dialectFixed: boolean;
  /** Hints behind the word SELECT. */
  readonly hints: readonly Hint[];
  /** The word DISTINCT. */
  readonly distinct: SourceRange | null;
  /** The list of RisingWave's DISTINCT ON (…); empty without. */
  readonly distinctOn: readonly Expression[];
  readonly items: readonly SelectItem[];
  /** null without FROM, and where what follows it was reported. */
  readonly from: FromItem | null;
  readonly where: Expression | null;
  readonly groupBy: GroupBy | null;
  /** ksqlDB's PARTITION BY, which names a new key; empty without. */
  readonly partitionBy: readonly Expression[];
  readonly window: WindowClause | null;
  /** `WINDOW w AS (…)`. */
  readonly namedWindows: readonly NamedWindow[];
  readonly having: Expression | null;
  readonly qualify: Expression | null;
}

/** A set operation. What ends the text belongs to it, not to its right side. */
export interface Union extends QueryEnd {
  readonly kind: "union";
  readonly range: SourceRange;
  readonly operator: "UNION" | "UNION ALL" | "EXCEPT" | "EXCEPT ALL" | "INTERSECT" | "INTERSECT ALL";
  readonly operatorRange: SourceRange;
  readonly left: Query;
  readonly right: Query;
}

/** `WITH name AS (query), … query`. */
export interface WithQuery {
  readonly kind: "with";
  readonly range: SourceRange;
  /** The word RECURSIVE. */
  readonly recursive: SourceRange | null;
  readonly tables: readonly CommonTable[];
  readonly body: Query;
}

export interface CommonTable {
  readonly range: SourceRange;
  readonly name: Identifier;
  /** `name (a, b) AS …`; empty without. */
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

/** `VALUES (a, b), (c, d)`. */
export interface Values {
  readonly kind: "values";
  readonly range: SourceRange;
  readonly rows: readonly { readonly range: SourceRange; readonly values: readonly Expression[] }[];
}

export type SelectItem = SelectExpression | SelectAll;

export interface SelectExpression {
  readonly kind: "expression";
  readonly range: SourceRange;
  readonly expression: Expression;
  readonly alias: Identifier | null;
  /** The words PRIMARY KEY behind the item. */
  readonly primaryKey: SourceRange | null;
}

/** `*` or `stream.*`, perhaps with `EXCEPT (a, b)`. */
export interface SelectAll {
  readonly kind: "all";
  readonly range: SourceRange;
  readonly qualifier: Identifier | null;
  readonly except: readonly ColumnReference[];
}

/** One call in a hint, which is a comment that begins with a plus: `OPTIONS('key' = 'value')`, `BROADCAST(t)`. */
export interface Hint {
  readonly range: SourceRange;
  readonly name: Identifier;
  /** The pairs of OPTIONS and its like. */
  readonly properties: readonly Property[];
  /** What stands there without a value. */
  readonly names: readonly Identifier[];
}

export type FromItem =
  StreamReference | WindowFunction | DerivedTable | TableFunction | TableOperation | Join;

/** The name behind an item of FROM, and those of its columns. */
export interface Named {
  readonly alias: Identifier | null;
  /** `alias (a, b)`; empty without. */
  readonly columns: readonly Identifier[];
}

export interface StreamReference extends Named {
  readonly kind: "stream";
  readonly range: SourceRange;
  /** Quoted and equal to the address where `address` is set. */
  readonly name: Identifier;
  /** What stands before the name with points: catalog and database. */
  readonly path: readonly Identifier[];
  /** `FROM 'file://…'` stands for the name. */
  readonly address: boolean;
  /** Hints behind the name, as `OPTIONS('key' = 'value')`. */
  readonly hints: readonly Hint[];
  /** `WITH ('key' = 'value')` directly behind the name. */
  readonly properties: readonly Property[];
  /** `FOR SYSTEM_TIME AS OF time`. */
  readonly asOf: Expression | null;
}

/** `TUMBLE(TABLE t, DESCRIPTOR(ts), size [, offset])`, in or without `TABLE( )`, or `TUMBLE(t, ts, size [, offset])`. */
export interface WindowFunction extends Named {
  readonly kind: "window-function";
  readonly range: SourceRange;
  /** The function's name as typed. */
  readonly name: Identifier;
  readonly input: StreamReference | DerivedTable;
  readonly timeColumn: ColumnReference | null;
  readonly shape: WindowShape;
  /** PARTITION BY of a table whose windows are no sessions; null: there is none, or it gives sessions their keys. */
  readonly surplusKeys: SourceRange | null;
}

/** `(query) alias`. */
export interface DerivedTable extends Named {
  readonly kind: "derived";
  readonly range: SourceRange;
  readonly query: Query;
  /** The word LATERAL. */
  readonly lateral: SourceRange | null;
}

/** `UNNEST(x)`, `LATERAL TABLE(f(x))`, `f(x)`. */
export interface TableFunction extends Named {
  readonly kind: "table-function";
  readonly range: SourceRange;
  readonly call: FunctionCall;
  /** The word LATERAL. */
  readonly lateral: SourceRange | null;
  /** The words WITH ORDINALITY. */
  readonly ordinality: SourceRange | null;
}

/** `t MATCH_RECOGNIZE (…)` and `t TABLESAMPLE …`: what stands in the parentheses has no tree. */
export interface TableOperation extends Named {
  readonly kind: "table-operation";
  readonly range: SourceRange;
  readonly word: "MATCH_RECOGNIZE" | "TABLESAMPLE";
  /** From the word to the closing parenthesis. */
  readonly wordRange: SourceRange;
  readonly input: FromItem;
}

export interface Join {
  readonly kind: "join";
  readonly range: SourceRange;
  readonly type: "inner" | "left" | "right" | "full" | "cross";
  /** NATURAL JOIN, and RisingWave's ASOF JOIN. */
  readonly modifier: "natural" | "asof" | null;
  /** The words that join, for messages. */
  readonly wordsRange: SourceRange;
  readonly left: FromItem;
  readonly right: FromItem;
  readonly on: Expression | null;
  /** `USING (a, b)`; empty without. */
  readonly using: readonly Identifier[];
  /** One duration for both sides, or before and after. */
  readonly within: {
    readonly range: SourceRange;
    readonly before: Duration | null;
    readonly after: Duration | null;
  } | null;
  readonly gracePeriod: Duration | null;
}

export interface GroupBy {
  readonly range: SourceRange;
  readonly keys: readonly Expression[];
  /** GROUPING SETS, ROLLUP and CUBE; `GROUP BY ()` is one empty set. */
  readonly groupingSets: readonly GroupingSets[];
}

export interface GroupingSets {
  readonly range: SourceRange;
  readonly form: "GROUPING SETS" | "ROLLUP" | "CUBE";
  /** A set is a list of keys; in GROUPING SETS it may be another ROLLUP or CUBE. */
  readonly sets: readonly (readonly Expression[] | GroupingSets)[];
}

/** A length of time as written, in whole milliseconds of any sign. */
export interface Duration {
  readonly range: SourceRange;
  readonly ms: number;
}

/** A window kind with its measures; SLIDING is hopping. */
export type WindowShape =
  | { readonly kind: "tumbling"; readonly size: Duration | null; readonly offset: Duration | null }
  | {
      readonly kind: "hopping";
      readonly size: Duration | null;
      readonly advance: Duration | null;
      readonly offset: Duration | null;
    }
  | {
      readonly kind: "cumulate";
      readonly step: Duration | null;
      readonly size: Duration | null;
      readonly offset: Duration | null;
    }
  | { readonly kind: "session"; readonly gap: Duration | null; readonly keys: readonly Expression[] };

/** `WINDOW TUMBLING (…)`. */
export interface WindowClause {
  /** From the word WINDOW to the closing parenthesis. */
  readonly range: SourceRange;
  /** The kind as typed: TUMBLING, SLIDING … */
  readonly name: Identifier;
  readonly shape: WindowShape;
  readonly timeColumn: ColumnReference | null;
  readonly gracePeriod: Duration | null;
  readonly retention: Duration | null;
  /** After GROUP BY as in the native dialect, or between FROM and WHERE as in ksqlDB. */
  readonly position: "after-group-by" | "after-from";
}

export interface NamedWindow {
  readonly range: SourceRange;
  readonly name: Identifier;
  readonly over: OverSpecification;
}

/** Between the parentheses of OVER ( ). */
export interface OverSpecification {
  readonly range: SourceRange;
  /** The named window that this one extends: OVER (w ORDER BY …). */
  readonly base: Identifier | null;
  /** `ROWS WINDOW BUFFER n ROWS`: n, else null. */
  readonly bufferRows: bigint | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: Frame | null;
  /** RisingWave's `SESSION WITH GAP duration` in the place of a frame. */
  readonly sessionGap: Duration | null;
  /** `EMIT EVERY RECORD` or `EMIT ON BUFFER FULL`. */
  readonly emit: "every-record" | "on-buffer-full" | null;
  /** `EXPIRE AFTER duration INACTIVITY` or `EXPIRE AFTER NEVER`. */
  readonly expireAfter: Duration | "never" | null;
}

export interface Frame {
  readonly range: SourceRange;
  readonly unit: "rows" | "range" | "groups";
  readonly start: FrameBound;
  readonly end: FrameBound;
  /** `EXCLUDE CURRENT ROW | GROUP | TIES`; null also for NO OTHERS. */
  readonly exclude: "current-row" | "group" | "ties" | null;
}

export interface FrameBound {
  readonly range: SourceRange;
  readonly kind: "unbounded-preceding" | "preceding" | "current-row" | "following" | "unbounded-following";
  /** Rows or a duration, for `preceding` and `following`. */
  readonly amount: Expression | null;
}

export interface OrderItem {
  readonly range: SourceRange;
  readonly expression: Expression;
  readonly descending: boolean;
  /** null: the dialect's default. */
  readonly nulls: "first" | "last" | null;
}

export type EmitClause =
  | { readonly kind: "changes"; readonly range: SourceRange }
  | { readonly kind: "final"; readonly range: SourceRange }
  /** RisingWave's EMIT ON WINDOW CLOSE. */
  | { readonly kind: "on-window-close"; readonly range: SourceRange }
  | { readonly kind: "every-rows"; readonly range: SourceRange; readonly rows: bigint }
  | { readonly kind: "every-interval"; readonly range: SourceRange; readonly interval: Duration | null };

/** One `'key' = 'value'` of WITH. The ranges of key and value hold their quotes. */
export interface Property {
  readonly range: SourceRange;
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: string;
  readonly valueRange: SourceRange;
}
