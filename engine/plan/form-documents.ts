import { type FunctionDocument, documentOf } from "../expression/function-document.ts";

/** A function that the binder makes out of other expressions, so that it has no kernel of its own. */
export interface FunctionForm {
  /** Lower case. */
  readonly name: string;
  readonly document: FunctionDocument;
}

/** Examples stand at the arrival of midnight, 31 January 2024. */
export const functionForms: readonly FunctionForm[] = [
  {
    name: "if",
    document: documentOf(
      "IF(condition, value, otherwise) → common type",
      "The value where the condition is true, else (also where it is NULL) the other one.",
      "IF(1 < 2, 'less', 'more')",
      "less",
      { aliases: ["IIF"], spelling: { ksqldb: null, risingwave: null } },
    ),
  },
  {
    name: "now",
    document: documentOf(
      "NOW() → TIMESTAMP",
      "The arrival time of the record, which is the only clock there is; CURRENT_TIMESTAMP and LOCALTIMESTAMP need no parentheses.",
      "NOW()",
      "2024-01-31 00:00:00.000",
      { aliases: ["CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "CURRENT_ROW_TIMESTAMP"] },
    ),
  },
  {
    name: "timestamp",
    document: documentOf(
      "TIMESTAMP() → TIMESTAMP",
      "The arrival time of the record.",
      "TIMESTAMP()",
      "2024-01-31 00:00:00.000",
      { spelling: { flink: "LOCALTIMESTAMP", ksqldb: null, risingwave: "NOW" } },
    ),
  },
  {
    name: "current_date",
    document: documentOf(
      "CURRENT_DATE → DATE",
      "The day, UTC, of the record's arrival.",
      "CURRENT_DATE",
      "2024-01-31",
      { spelling: { ksqldb: null } },
    ),
  },
  {
    name: "json_object",
    document: documentOf(
      "JSON_OBJECT([KEY] key VALUE value, … [NULL | ABSENT ON NULL]) → STRING",
      "A JSON object of the keys and values; NULL is written as null, or left out.",
      "JSON_OBJECT(KEY 'pane' VALUE 7, 'late' VALUE NULL)",
      '{"pane":7,"late":null}',
      { spelling: { ksqldb: null, risingwave: null } },
    ),
  },
  {
    name: "json_array",
    document: documentOf(
      "JSON_ARRAY(value, … [NULL | ABSENT ON NULL]) → STRING",
      "A JSON array of the values; NULL is left out, or written as null.",
      "JSON_ARRAY(7, NULL, 'pane')",
      '[7,"pane"]',
      { spelling: { ksqldb: null, risingwave: null } },
    ),
  },
];

const byName: ReadonlyMap<string, FunctionForm> = new Map(
  functionForms.flatMap((form) =>
    [form.name, ...form.document.aliases.map((alias) => alias.toLowerCase())].map(
      (name) => [name, form] as const,
    ),
  ),
);

/** @param name or alias, in any case. */
export function findForm(name: string): FunctionForm | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** Names and aliases, for "did you mean"; lower case. */
export function formNames(): readonly string[] {
  return [...byName.keys()];
}
