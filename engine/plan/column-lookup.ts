import { visibleColumns, visibleIndex } from "../catalog/visible-columns.ts";
import { TIMESTAMP } from "../data/data-type.ts";
import { fieldIndex } from "../data/schema.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Identifier } from "../sql/ast.ts";
import type { ColumnReference } from "../sql/expression-ast.ts";
import type { Source } from "./bind-source.ts";
import { bound, type Bound } from "./bound.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { listNames } from "./list-names.ts";
import { nearestName } from "./nearest-name.ts";
import { quoteName } from "./quote-name.ts";

/** @returns Whether the qualifier, if any, names the stream of this query. */
export function isQualifiedRight(node: ColumnReference, source: Source): boolean {
  return node.qualifier === null || source.qualifiers.includes(node.qualifier.text.toLowerCase());
}

/** `a.b` where no stream of the query is named a but a column is: the reference to that column; else null. */
export function ownerOf(node: ColumnReference, source: Source): ColumnReference | null {
  const { qualifier } = node;
  if (qualifier === null || isQualifiedRight(node, source)) return null;
  const owner: ColumnReference = { kind: "column", range: qualifier.range, qualifier: null, name: qualifier };
  return findColumn(owner, source) >= 0 ? owner : null;
}

/**
 * @returns The index of the stream's column that the reference means; behind the last one `_TIMESTAMP` of a stream whose
 * records have no arrival of their own; -1: none. Reports nothing.
 */
export function findColumn(node: ColumnReference, source: Source): number {
  if (!isQualifiedRight(node, source) || (source.sealed && node.qualifier === null)) return -1;
  const spelled = node.name.quoted ? spelledIndex(node.name.text, source) : -1;
  const index = spelled >= 0 ? spelled : visibleIndex(source.stream, node.name.text);
  if (index >= 0) return index;
  const name = node.name.text.toLowerCase();
  if (name === "_timestamp") return arrivalIndex(source);
  const column = systemColumns(source).get(name) ?? null;
  return column === null ? -1 : fieldIndex(source.stream.schema, column);
}

/** A column of the stream. @param others names beside the stream's columns that may have been meant. */
export function bindColumn(
  node: ColumnReference,
  source: Source,
  report: DiagnosticList,
  others: readonly string[] = [],
): Bound | null {
  const index = findColumn(node, source);
  const field = source.stream.schema[index];
  if (index === source.stream.schema.length) return bindArrival(source, node.range);
  const names = field ? sameNames(node.name, source) : [];
  if (names.length > 1) return reportAmbiguous(node.name, source, names, report);
  if (field) return bound({ kind: "column", index, type: field.type }, node.range);
  if (!isQualifiedRight(node, source)) return reportQualifier(node.qualifier!, source, report);
  if (systemColumns(source).has(node.name.text.toLowerCase()))
    return report.unsupported(
      "UNSUPPORTED_SYSTEM_COLUMN",
      node.range,
      `${node.name.text.toUpperCase()} is not kept for ${source.stream.name}.`,
      { hint: "Name a column of the stream." },
    );
  return reportUnknownColumn(node.name, source, report, others);
}

/** When the record arrived: the clock of a run is the arrival of its records (law 4). */
export function bindArrival(source: Source, range: SourceRange): Bound {
  const index = arrivalIndex(source);
  return bound({ kind: "column", index, type: source.stream.schema[index]?.type ?? TIMESTAMP }, range);
}

/** How many columns expressions over records see. */
export function recordWidth({ stream }: Source): number {
  return stream.schema.length + (stream.arrival === null ? 1 : 0);
}

/** The index of the arrival column; without one that behind the last column, where the runtime puts the clock. */
function arrivalIndex({ stream }: Source): number {
  return stream.arrival === null ? stream.schema.length : fieldIndex(stream.schema, stream.arrival);
}

/** @returns The index of the only column of exactly that name, or -1. */
function spelledIndex(name: string, { stream }: Source): number {
  const same = visibleColumns(stream).filter((index) => stream.schema[index]!.name === name);
  return same.length === 1 ? same[0]! : -1;
}

/** The names that differ from each other in letter case at most, where quotes do not say which one is meant. */
function sameNames(name: Identifier, source: Source): readonly string[] {
  if (name.quoted && spelledIndex(name.text, source) >= 0) return [];
  const names = visibleColumns(source.stream).map((index) => source.stream.schema[index]!.name);
  return names.filter((other) => other.toLowerCase() === name.text.toLowerCase());
}

function reportAmbiguous(
  { text, range }: Identifier,
  { stream }: Source,
  names: readonly string[],
  report: DiagnosticList,
): null {
  const quoted = [...new Set(names)].map((name) => `\`${name}\``);
  return report.error("AMBIGUOUS_COLUMN", range, `${stream.name} has several columns named ${text}.`, {
    hint:
      quoted.length === names.length
        ? `Write one in quotes: ${listNames(quoted)}.`
        : "Give the columns of the stream different names.",
  });
}

export function reportUnknownColumn(
  name: Identifier,
  source: Source,
  report: DiagnosticList,
  others: readonly string[] = [],
): null {
  const names = visibleColumns(source.stream).map((index) => source.stream.schema[index]!.name);
  const near = nearestName(name.text, [...names, ...others]);
  const message = `${source.stream.name} has no column ${name.text}.`;
  if (near !== null)
    return report.error("UNKNOWN_COLUMN", name.range, message, {
      hint: `Did you mean ${near}?`,
      fix: quoteName(near),
    });
  if (name.quoted) {
    const text = `'${name.text.replaceAll("'", "''")}'`;
    return report.error("UNKNOWN_COLUMN", name.range, message, {
      hint: `Double quotes are for names; a text has single ones: ${text}.`,
      fix: text,
    });
  }
  return report.error("UNKNOWN_COLUMN", name.range, message, {
    hint: `Its columns are: ${listNames(names)}.`,
  });
}

export function reportQualifier(qualifier: Identifier, source: Source, report: DiagnosticList): null {
  const visible = source.qualifiers.at(-1)!;
  const structures = source.stream.schema.flatMap(({ name, type }) => (type.kind === "STRUCT" ? [name] : []));
  const near = nearestName(qualifier.text, structures);
  if (near !== null)
    return report.error(
      "UNKNOWN_COLUMN",
      qualifier.range,
      `There is no stream and no column ${qualifier.text}.`,
      {
        hint: `Did you mean ${near}?`,
        fix: quoteName(near),
      },
    );
  return report.error("UNKNOWN_STREAM", qualifier.range, `This query reads no ${qualifier.text}.`, {
    hint: `Write ${visible} or leave it out.`,
    fix: quoteName(visible),
  });
}

/** The system columns, and the stream's column that each of them is; null where it has none. */
function systemColumns({ stream }: Source): ReadonlyMap<string, string | null> {
  return new Map([
    ["_event_time", stream.eventTime],
    ["_partition", stream.split],
    ["_offset", null],
    ["rowtime", stream.eventTime],
    ["rowkey", null],
  ]);
}
