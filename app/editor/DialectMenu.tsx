import type { ReactNode } from "react";
import type { Dialect } from "../../engine/client/types.ts";
import { usePlayground } from "../engine/playground-context.ts";
import { useDocument } from "../session/document-store.ts";
import { Menu, type MenuItem } from "../ui/Menu.tsx";
import { withDialect } from "./dialect-line.ts";

const dialects: readonly { readonly id: Dialect; readonly name: string; readonly detail: string }[] = [
  { id: "velostream", name: "Velostream", detail: "WINDOW TUMBLING(5m) behind GROUP BY" },
  { id: "ksqldb", name: "ksqlDB", detail: "WINDOW TUMBLING (SIZE 5 MINUTES) behind FROM" },
  { id: "flink", name: "Flink SQL", detail: "FROM TUMBLE(TABLE t, DESCRIPTOR(ts), …)" },
  { id: "risingwave", name: "RisingWave", detail: "FROM TUMBLE(t, ts, …)" },
];

/** Whose SQL the query is written in, as it is read; a choice stands in the text as an annotation. */
export function DialectMenu(): ReactNode {
  const { write } = usePlayground();
  const sql = useDocument((document) => document.sql);
  const dialect = useDocument((document) => document.dialect);
  if (dialect === null) return null;
  const choose = (chosen: Dialect | null) => () => write(withDialect(sql, chosen));
  const items: readonly MenuItem[] = [
    {
      id: "seen",
      label: "As the query is written",
      detail: "The forms of the query tell whose SQL it is.",
      checked: !dialect.fixed,
      onSelect: choose(null),
    },
    ...dialects.map(({ id, name, detail }, index) => ({
      id,
      label: name,
      detail,
      apart: index === 0,
      checked: dialect.fixed && dialect.name === id,
      onSelect: choose(id),
    })),
  ];
  const { name } = dialects.find(({ id }) => id === dialect.name)!;
  return (
    <Menu small label={`Dialect: ${name}, ${dialect.fixed ? "fixed" : "as written"}`} items={items}>
      {name}
      {dialect.fixed && " (fixed)"}
    </Menu>
  );
}
