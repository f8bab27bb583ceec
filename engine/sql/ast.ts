import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Expression } from "./expression-ast.ts";

/**
 * The syntax tree: what was written, not what it means. Names are unresolved; plain data that crosses threads.
 *
 * A field that syntax demands is null only where a diagnostic has been reported, so whoever reads the tree may skip it
 * silently. Nodes marked "not run yet" carry an `UNSUPPORTED_…` diagnostic of the parser as well (unsupported.ts).
 */
export interface Script {
  readonly range: SourceRange;
  readonly statements: readonly Statement[];
}

export type Statement = QueryStatement | OtherStatement;

export interface QueryStatement {
  readonly kind: "query";
  readonly range: SourceRange;
  readonly annotations: readonly Annotation[];
  readonly query: Query;
}

/** CREATE, INSERT, SHOW …: recognised by the first word, not run yet. */
export interface OtherStatement {
  readonly kind: "other";
  readonly range: SourceRange;
  readonly annotations: readonly Annotation[];
  /** The first word, upper case. */
  readonly verb: string;
}

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

export type Query = Select | Union | WithQuery;

export interface Select {
  readonly kind: "select";
  readonly range: SourceRange;
  /** Guessed from the forms of the whole statement; the rules are in dialect.ts. */
  readonly dialect: Dialect;
  /** The word DISTINCT. Not run yet. */
  readonly distinct: SourceRange | null;
  readonly items: readonly SelectItem[];
  /** null when there is no FROM, which the parser has then reported. */
  readonly from: FromItem | null;
  readonly where: Expression | null;
  readonly groupBy: GroupBy | null;
  readonly window: WindowClause | null;
  /** `WINDOW w AS (…)`. Not run yet. */
  readonly namedWindows: readonly NamedWindow[];
  readonly having: Expression | null;
  /** Not run yet. */
  readonly qualify: Expression | null;
  /** Empty without ORDER BY. Not run yet. */
  readonly orderBy: readonly OrderItem[];
  /** Not run yet. */
  readonly limit: Expression | null;
  readonly emit: EmitClause | null;
  /** `INTO sink`. Not run yet. */
  readonly into: Identifier | null;
  /** `WITH ('key' = 'value', …)`, in the order written; a key may stand twice. */
  readonly properties: readonly Property[];
}

/** Not run yet. */
export interface Union {
  readonly kind: "union";
  readonly range: SourceRange;
  readonly operator: "UNION" | "UNION ALL" | "EXCEPT" | "INTERSECT";
  readonly operatorRange: SourceRange;
  readonly left: Query;
  readonly right: Query;
}

/** `WITH name AS (query), … query`. Not run yet. */
export interface WithQuery {
  readonly kind: "with";
  readonly range: SourceRange;
  readonly tables: readonly {
    readonly name: Identifier;
    readonly query: Query;
    readonly range: SourceRange;
  }[];
  readonly body: Query;
}

export type SelectItem = SelectExpression | SelectAll;

export interface SelectExpression {
  readonly kind: "expression";
  readonly range: SourceRange;
  readonly expression: Expression;
  readonly alias: Identifier | null;
  /** The words PRIMARY KEY behind the item. Not run yet. */
  readonly primaryKey: SourceRange | null;
}

/** `*` or `stream.*`. */
export interface SelectAll {
  readonly kind: "all";
  readonly range: SourceRange;
  readonly qualifier: Identifier | null;
}

export type FromItem = StreamReference | WindowFunction | DerivedTable | Join;

export interface StreamReference {
  readonly kind: "stream";
  readonly range: SourceRange;
  readonly name: Identifier;
  readonly alias: Identifier | null;
}

/** `TUMBLE(TABLE t, DESCRIPTOR(ts), size [, offset])`, in or without `TABLE( )`, or `TUMBLE(t, ts, size [, offset])`. */
export interface WindowFunction {
  readonly kind: "window-function";
  readonly range: SourceRange;
  /** The function's name as typed. */
  readonly name: Identifier;
  readonly stream: Identifier;
  readonly timeColumn: Identifier | null;
  readonly shape: WindowShape;
  readonly alias: Identifier | null;
}

/** `(query) alias`. Not run yet. */
export interface DerivedTable {
  readonly kind: "derived";
  readonly range: SourceRange;
  readonly query: Query;
  readonly alias: Identifier | null;
}

/** Not run yet. */
export interface Join {
  readonly kind: "join";
  readonly range: SourceRange;
  readonly type: "inner" | "left" | "right" | "full" | "cross";
  /** The words that join, for messages. */
  readonly wordsRange: SourceRange;
  readonly left: FromItem;
  readonly right: FromItem;
  readonly on: Expression | null;
  /** One duration for both sides, or before and after. */
  readonly within: { readonly before: Duration | null; readonly after: Duration | null } | null;
  readonly gracePeriod: Duration | null;
}

export interface GroupBy {
  readonly range: SourceRange;
  readonly keys: readonly Expression[];
  /** GROUPING SETS, ROLLUP and CUBE. Not run yet. */
  readonly groupingSets: readonly GroupingSets[];
}

export interface GroupingSets {
  readonly range: SourceRange;
  readonly form: "GROUPING SETS" | "ROLLUP" | "CUBE";
  readonly sets: readonly (readonly Expression[])[];
}

/** A length of time as written, in whole milliseconds of any sign. */
export interface Duration {
  readonly range: SourceRange;
  readonly ms: number;
}

/** A window kind with its measures; SLIDING is hopping. Only tumbling is run yet. */
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
  readonly timeColumn: Identifier | null;
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
  /** `ROWS WINDOW BUFFER n ROWS`: n, else null. */
  readonly bufferRows: bigint | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly frame: Frame | null;
  /** `EMIT EVERY RECORD` or `EMIT ON BUFFER FULL`. */
  readonly emit: "every-record" | "on-buffer-full" | null;
  /** `EXPIRE AFTER duration INACTIVITY` or `EXPIRE AFTER NEVER`. */
  readonly expireAfter: Duration | "never" | null;
}

export interface Frame {
  readonly range: SourceRange;
  readonly unit: "rows" | "range";
  readonly start: FrameBound;
  readonly end: FrameBound;
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
  /** Not run yet. */
  | { readonly kind: "every-rows"; readonly range: SourceRange; readonly rows: bigint }
  /** Not run yet. */
  | { readonly kind: "every-interval"; readonly range: SourceRange; readonly interval: Duration | null };

/** One `'key' = 'value'` of WITH. The ranges of key and value hold their quotes. */
export interface Property {
  readonly range: SourceRange;
  readonly key: string;
  readonly keyRange: SourceRange;
  readonly value: string;
  readonly valueRange: SourceRange;
}
