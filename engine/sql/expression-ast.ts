import type { SourceRange } from "../common/source-range.ts";
import type { Identifier, OrderItem, OverSpecification, Query } from "./ast.ts";

/** An expression as written. The range of one in parentheses holds the parentheses. */
export type Expression =
  | Literal
  | ColumnReference
  | Unary
  | Binary
  | IsNull
  | IsTruth
  | IsDistinct
  | Between
  | InList
  | Like
  | Case
  | Cast
  | Extract
  | FunctionCall
  | ArrayConstructor
  | MapConstructor
  | RowConstructor
  | FieldAccess
  | ElementAccess
  | SubqueryExpression
  | MissingExpression;

export type Literal =
  | { readonly kind: "integer"; readonly range: SourceRange; readonly value: bigint }
  /** Digits with a point, exactly as typed. */
  | { readonly kind: "decimal"; readonly range: SourceRange; readonly text: string }
  /** A number with an exponent. */
  | { readonly kind: "float"; readonly range: SourceRange; readonly value: number }
  | { readonly kind: "string"; readonly range: SourceRange; readonly value: string }
  | { readonly kind: "boolean"; readonly range: SourceRange; readonly value: boolean }
  | { readonly kind: "null"; readonly range: SourceRange }
  /** INTERVAL '5' SECOND, in whole ms of any sign. */
  | { readonly kind: "interval"; readonly range: SourceRange; readonly ms: number }
  /** `TIMESTAMP '…'` and `DATE '…'`; the text between the quotes. */
  | {
      readonly kind: "time";
      readonly range: SourceRange;
      readonly type: "TIMESTAMP" | "DATE";
      readonly text: string;
    };

/** `name` or `stream.name`. */
export interface ColumnReference {
  readonly kind: "column";
  readonly range: SourceRange;
  readonly qualifier: Identifier | null;
  readonly name: Identifier;
}

export interface Unary {
  readonly kind: "unary";
  readonly range: SourceRange;
  readonly operator: "-" | "+" | "NOT";
  readonly operand: Expression;
}

/** `->` and `->>` take a value out of JSON; `a->b` of a structure is a field. */
export type BinaryOperator =
  | "OR"
  | "AND"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "||"
  | "&"
  | "|"
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "->"
  | "->>";

export interface Binary {
  readonly kind: "binary";
  readonly range: SourceRange;
  /** `!=` and `==` are spelled `<>` and `=` here. */
  readonly operator: BinaryOperator;
  readonly operatorRange: SourceRange;
  readonly left: Expression;
  readonly right: Expression;
}

/** `x IS [NOT] NULL`. */
export interface IsNull {
  readonly kind: "is-null";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly negated: boolean;
}

/** `x IS [NOT] TRUE | FALSE | UNKNOWN`; null is UNKNOWN. */
export interface IsTruth {
  readonly kind: "is-truth";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly truth: boolean | null;
  readonly negated: boolean;
}

/** `x IS [NOT] DISTINCT FROM y`. */
export interface IsDistinct {
  readonly kind: "is-distinct";
  readonly range: SourceRange;
  readonly left: Expression;
  readonly right: Expression;
  /** IS NOT DISTINCT FROM. */
  readonly negated: boolean;
}

export interface Between {
  readonly kind: "between";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly low: Expression;
  readonly high: Expression;
  /** BETWEEN SYMMETRIC: the bounds may be swapped. */
  readonly symmetric: boolean;
  readonly negated: boolean;
}

/** `x [NOT] IN (a, b, …)`; a query in the list is a subquery expression. */
export interface InList {
  readonly kind: "in";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly list: readonly Expression[];
  readonly negated: boolean;
}

/** `x [NOT] LIKE pattern [ESCAPE c]` and its like. RLIKE, REGEXP and `~` are calls of REGEXP. */
export interface Like {
  readonly kind: "like";
  readonly range: SourceRange;
  readonly operator: "LIKE" | "ILIKE" | "SIMILAR TO";
  readonly operand: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | null;
  readonly negated: boolean;
}

export interface Case {
  readonly kind: "case";
  readonly range: SourceRange;
  /** `CASE operand WHEN value …`; null for `CASE WHEN condition …`. */
  readonly operand: Expression | null;
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly otherwise: Expression | null;
}

/** `CAST(x AS type)`, `TRY_CAST(x AS type)` and `x::type`. */
export interface Cast {
  readonly kind: "cast";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly type: TypeName;
  /** TRY_CAST: NULL where it fails. */
  readonly lenient: boolean;
}

/** A type as written: `DECIMAL(10, 2)`, `ARRAY<STRING>` and `STRING[]`, `MAP<STRING, BIGINT>`, `STRUCT<a BIGINT>`. */
export interface TypeName {
  readonly range: SourceRange;
  /** Upper case, words joined by one space. */
  readonly name: string;
  readonly parameters: readonly number[];
  readonly elements: readonly TypeName[];
  /** The names of a STRUCT's or ROW's fields, one for each of `elements`; else empty. */
  readonly fields: readonly Identifier[];
}

/** `EXTRACT(part FROM x)`. */
export interface Extract {
  readonly kind: "extract";
  readonly range: SourceRange;
  /** Upper case. */
  readonly part: string;
  readonly operand: Expression;
}

/**
 * `f(…)`, also `CURRENT_TIMESTAMP` and its like without parentheses. Forms with words between the arguments are the
 * plain call that they mean: SUBSTRING(x FROM 1 FOR 2) is SUBSTRING(x, 1, 2), CEIL(x TO DAY) is CEIL(x, 'DAY'),
 * `x RLIKE p` is REGEXP(x, p), `x AT TIME ZONE z` is a call of that name.
 */
export interface FunctionCall {
  readonly kind: "call";
  readonly range: SourceRange;
  readonly name: Identifier;
  /** The word DISTINCT before the arguments. */
  readonly distinct: SourceRange | null;
  /** The `*` of `COUNT(*)`; `arguments` is then empty. */
  readonly star: SourceRange | null;
  readonly arguments: readonly Expression[];
  /** The names of `name => value`, one for each argument; empty where none is named. */
  readonly argumentNames: readonly (Identifier | null)[];
  /** `f(x ORDER BY y)` and `f(p) WITHIN GROUP (ORDER BY y)`; empty without. */
  readonly orderBy: readonly OrderItem[];
  /** IGNORE NULLS and RESPECT NULLS, in or behind the parentheses. */
  readonly nulls: "ignore" | "respect" | null;
  /** What stands behind the arguments of JSON_VALUE and its like. */
  readonly json: JsonOptions | null;
  /** `FILTER (WHERE condition)`. */
  readonly filter: Expression | null;
  /** `OVER w` or `OVER (…)`. */
  readonly over: Over | null;
}

/** `RETURNING type`, `… ON EMPTY`, `… ON ERROR`, `WITH WRAPPER`, `ABSENT ON NULL`. */
export interface JsonOptions {
  readonly range: SourceRange;
  readonly returning: TypeName | null;
  readonly onEmpty: JsonFallback | null;
  readonly onError: JsonFallback | null;
  readonly wrapper: "without" | "conditional" | "unconditional" | null;
  readonly onNull: "null" | "absent" | null;
}

/** `NULL ON …`, `ERROR ON …`, `EMPTY ARRAY ON …`, `TRUE ON …` or `DEFAULT value ON …`. */
export interface JsonFallback {
  readonly range: SourceRange;
  readonly kind: "null" | "error" | "default" | "empty-array" | "empty-object" | "true" | "false" | "unknown";
  /** Of DEFAULT; else null. */
  readonly value: Expression | null;
}

export interface Over {
  /** From the word OVER to the end. */
  readonly range: SourceRange;
  readonly window: Identifier | OverSpecification;
}

/** `ARRAY[a, b]`. */
export interface ArrayConstructor {
  readonly kind: "array";
  readonly range: SourceRange;
  readonly elements: readonly Expression[];
}

/** `MAP['a', 1, 'b', 2]`, `MAP('a', 1, 'b', 2)` and `MAP('a' := 1, 'b' := 2)`. */
export interface MapConstructor {
  readonly kind: "map";
  readonly range: SourceRange;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `ROW(a, b)`, `(a, b)`, `STRUCT(x := a, y := b)` and `STRUCT(a AS x)`. */
export interface RowConstructor {
  readonly kind: "row";
  readonly range: SourceRange;
  /** The name is null where none is given. */
  readonly fields: readonly { readonly name: Identifier | null; readonly value: Expression }[];
}

/** A field of a STRUCT: `x.y.z` beyond the first point, `x->y`. `x.y` itself is a column reference, whatever it means. */
export interface FieldAccess {
  readonly kind: "field";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly name: Identifier;
}

/** `x[i]`: an element of an ARRAY, from 1, or the value of a MAP's key. */
export interface ElementAccess {
  readonly kind: "element";
  readonly range: SourceRange;
  readonly operand: Expression;
  readonly index: Expression;
}

/** `(query)`, `EXISTS (query)`, and `ANY (query)` or `ALL (query)` behind a comparison; SOME is ANY. */
export interface SubqueryExpression {
  readonly kind: "subquery";
  readonly range: SourceRange;
  readonly exists: boolean;
  readonly quantifier: "any" | "all" | null;
  readonly query: Query;
}

/** Stands where an expression is missing; a diagnostic has been reported. */
export interface MissingExpression {
  readonly kind: "missing";
  readonly range: SourceRange;
}
