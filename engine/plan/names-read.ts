import type { FromItem, Identifier, Query } from "../sql/ast.ts";

/** The names of the streams that a query reads, also in joins and in queries in FROM; not of its own common tables. */
export function namesRead(query: Query): readonly Identifier[] {
  switch (query.kind) {
    case "select":
      return query.from === null ? [] : namesOf(query.from);
    case "union":
      return [...namesRead(query.left), ...namesRead(query.right)];
    case "with": {
      const own = new Set(query.tables.map(({ name }) => name.text.toLowerCase()));
      const inner = query.tables.flatMap((table) => namesRead(table.query));
      return [...inner, ...namesRead(query.body)].filter(({ text }) => !own.has(text.toLowerCase()));
    }
    case "values":
      return [];
  }
}

function namesOf(from: FromItem): readonly Identifier[] {
  switch (from.kind) {
    case "stream":
      return [from.name];
    case "window-function":
    case "table-operation":
      return namesOf(from.input);
    case "derived":
      return namesRead(from.query);
    case "join":
      return [...namesOf(from.left), ...namesOf(from.right)];
    case "table-function":
      return [];
  }
}
