/** Words that begin a clause of a query. */
const clauses =
  "FROM WHERE GROUP WINDOW HAVING QUALIFY ORDER LIMIT FETCH EMIT INTO WITH UNION EXCEPT INTERSECT".split(" ");

/** Words that are never a name unless quoted. */
const reserved = [
  ...clauses,
  ..."SELECT DISTINCT AS ON USING JOIN INNER LEFT RIGHT FULL CROSS NATURAL BY".split(" "),
  ..."AND OR NOT IN IS BETWEEN LIKE NULL TRUE FALSE CASE WHEN THEN ELSE END EXISTS".split(" "),
];

/** Words that may be names, but not an alias without AS. */
const notAlias =
  "OFFSET FOR PRIMARY PARTITION ROWS RANGE OVER FILTER WITHIN GRACE ESCAPE ASC DESC NULLS OUTER LATERAL TABLESAMPLE MATCH_RECOGNIZE ASOF FORMAT STRATEGY".split(
    " ",
  );

const clauseSet: ReadonlySet<string> = new Set(clauses);
const reservedSet: ReadonlySet<string> = new Set(reserved);
const notAliasSet: ReadonlySet<string> = new Set([...reserved, ...notAlias]);

/** @param word In upper case. */
export function beginsClause(word: string): boolean {
  return clauseSet.has(word);
}

/** @param word In upper case. */
export function isReserved(word: string): boolean {
  return reservedSet.has(word);
}

/** @param word In upper case. */
export function canBeBareAlias(word: string): boolean {
  return !notAliasSet.has(word);
}
