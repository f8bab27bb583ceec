import type { Target } from "../session/selection-store.ts";

/** All that a link carries: what was run, and the instant that was looked at. */
export interface LinkDocument {
  readonly sql: string;
  readonly source: LinkSource;
  /** Records read; "end": the end of input was processed as well. */
  readonly position: number | "end";
  readonly selection: Target | null;
  /** Multiples of the base pace, "max" for full speed; null: as the sample starts. */
  readonly speed: number | "max" | null;
}

export type LinkSource =
  | { readonly kind: "sample"; readonly id: string }
  | { readonly kind: "text"; readonly name: string; readonly format: "csv" | "jsonl"; readonly text: string };

/** Why a link is refused, in words for the visitor. */
export class LinkError extends Error {}

/** Longest query in a link, in UTF-16 units. */
export const LONGEST_SQL = 100_000;
/** Longest inline data in a link, in UTF-16 units. */
export const LONGEST_DATA = 4_000_000;
const LONGEST_NAME = 100;

/** As JSON that `readDocument` takes back. What is as usual is left out. */
export function writeDocument(document: LinkDocument): string {
  const { sql, source, position, selection, speed } = document;
  return JSON.stringify({
    sql,
    source,
    ...(position !== 0 && { position }),
    ...(selection !== null && { selection }),
    ...(speed !== null && { speed }),
  });
}

/**
 * A link is a stranger's input: only what is named here is read, and each of it is checked.
 * @param json what JSON.parse gave. @throws LinkError, with what is wrong.
 */
export function readDocument(json: unknown): LinkDocument {
  const fields = objectOf(json, "it holds no document");
  refuseOthers(fields, ["sql", "source", "position", "selection", "speed"], "");
  const { sql } = fields;
  if (typeof sql !== "string") throw new LinkError("it has no query");
  if (sql.length > LONGEST_SQL)
    throw new LinkError(`its query is longer than ${LONGEST_SQL.toLocaleString("en")} characters`);
  return {
    sql,
    source: readSource(fields["source"]),
    position: fields["position"] === "end" ? "end" : wholeNumber(fields["position"] ?? 0, "its position"),
    selection: readSelection(fields["selection"]),
    speed: readSpeed(fields["speed"]),
  };
}

function readSource(json: unknown): LinkSource {
  const fields = objectOf(json, "it names no stream");
  const { kind } = fields;
  if (kind === "sample") {
    refuseOthers(fields, ["kind", "id"], " of the stream");
    const { id } = fields;
    if (typeof id !== "string" || !/^[a-z0-9-]{1,64}$/.test(id)) throw new LinkError("it names no sample");
    return { kind, id };
  }
  if (kind !== "text") throw new LinkError("its stream is of a kind that this page does not know");
  refuseOthers(fields, ["kind", "name", "format", "text"], " of the stream");
  const { name, format, text } = fields;
  if (typeof name !== "string" || !/^[a-z_][a-z0-9_]*$/.test(name) || name.length > LONGEST_NAME)
    throw new LinkError("its stream has no name that SQL could read");
  if (format !== "csv" && format !== "jsonl")
    throw new LinkError("its records are neither CSV nor JSON lines");
  if (typeof text !== "string") throw new LinkError("its stream has no records");
  if (text.length > LONGEST_DATA)
    throw new LinkError(`its records are longer than ${LONGEST_DATA.toLocaleString("en")} characters`);
  return { kind, name, format, text };
}

function readSelection(json: unknown): Target | null {
  if (json === undefined || json === null) return null;
  const fields = objectOf(json, "its selection is none");
  switch (fields["kind"]) {
    case "record":
      refuseOthers(fields, ["kind", "seq"], " of the selection");
      return { kind: "record", seq: wholeNumber(fields["seq"], "its selected record") };
    case "row":
      refuseOthers(fields, ["kind", "row"], " of the selection");
      return { kind: "row", row: wholeNumber(fields["row"], "its selected row") };
    case "window": {
      refuseOthers(fields, ["kind", "partition", "start", "end", "key"], " of the selection");
      const start = time(fields["start"]);
      const end = time(fields["end"]);
      if (end <= start) throw new LinkError("its selected window ends before it starts");
      return {
        kind: "window",
        partition: wholeNumber(fields["partition"], "its selected partition"),
        start,
        end,
        ...(fields["key"] !== undefined && { key: wholeNumber(fields["key"], "its selected group") }),
      };
    }
    default:
      throw new LinkError("its selection is of a kind that this page does not know");
  }
}

function readSpeed(json: unknown): LinkDocument["speed"] {
  if (json === undefined || json === null || json === "max") return json ?? null;
  if (typeof json !== "number" || !(json >= 0.01 && json <= 1_000))
    throw new LinkError("its speed is none that can be played");
  return json;
}

/** Own fields alone: nothing is taken from a prototype, and none can be set by a link. */
function objectOf(json: unknown, otherwise: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new LinkError(otherwise);
  return Object.assign(Object.create(null) as Record<string, unknown>, json);
}

function refuseOthers(fields: Readonly<Record<string, unknown>>, known: readonly string[], of: string): void {
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined)
    throw new LinkError(`the field “${other.slice(0, 40)}”${of} is none that this page knows`);
}

function wholeNumber(json: unknown, what: string): number {
  if (typeof json !== "number" || !Number.isSafeInteger(json) || json < 0)
    throw new LinkError(`${what} is no whole number from 0 on`);
  return json;
}

function time(json: unknown): number {
  if (typeof json !== "number" || !Number.isSafeInteger(json))
    throw new LinkError("a time of its selected window is no whole number of milliseconds");
  return json;
}
