import type { Dialect } from "../../engine/client/types.ts";
import { withAnnotation } from "../rules/with-annotation.ts";

/**
 * The text with its dialect fixed by an annotation above its first statement, or with that annotation taken away.
 * It holds for the query wherever that stands, unless one of its own stands above the query.
 * @param dialect null: it is to be told by the forms of the query again.
 */
export function withDialect(sql: string, dialect: Dialect | null): string {
  return withAnnotation(sql, "dialect", dialect);
}
