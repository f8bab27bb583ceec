import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { visibleColumns } from "../catalog/visible-columns.ts";
import { fieldIndex } from "../data/schema.ts";
import type { CreateStatement } from "../sql/statement-ast.ts";
import { bindDeclaredColumns } from "./bind-declared-columns.ts";
import { bindDeclaredTime } from "./bind-declared-time.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import type { OptionKey } from "./option-keys.ts";
import { readOptions, type SpokenOption } from "./read-options.ts";

/** A stream as a script declares it. */
export interface Declared {
  readonly stream: StreamDefinition;
  /** What its definition says, with the places; it holds where the query says nothing. */
  readonly options: readonly SpokenOption[];
}

/** ksqlDB's options that are ours by another name; in a definition alone they are about what is read. */
const renamed: Readonly<Record<string, OptionKey>> = {
  timestamp: "event.time.field",
  timestamp_format: "event.time.format",
};

/** Options of a definition that are about the stream itself, in the spellings of the engines. */
const partitionKeys = ["partitions", "num_partitions", "partition_count"];
const mostPartitions = 1024;

/**
 * Applies `CREATE STREAM | TABLE | SOURCE name (…) WITH (…)` to the loaded stream of that name: its columns are checked
 * against the data and are then the ones that queries see, its watermark and options hold for queries over it.
 */
export function bindDefinition(
  statement: CreateStatement,
  loaded: StreamDefinition,
  report: DiagnosticList,
): Declared {
  refuseParts(statement, report);
  const columns = bindDeclaredColumns(statement, loaded, report);
  const seen: StreamDefinition =
    columns === null ? loaded : { ...loaded, visible: columns.length > 0 ? columns : visibleColumns(loaded) };
  const keys = keyColumns(statement, seen);
  const { partitions, rest } = readPartitions(statement, report);
  const own = rest.map((option) => ({ ...option, key: renamed[option.key.toLowerCase()] ?? option.key }));
  const options = readOptions(own, report, { sources: [loaded.name, statement.name!.text], sinks: [] });
  const time = bindDeclaredTime(statement, seen, options, report);
  return {
    stream: {
      ...seen,
      eventTime: time.eventTime,
      maxOutOfOrderness: time.bound ?? seen.maxOutOfOrderness,
      watermarkBy: time.watermarkBy,
      ...(partitions === null ? {} : { partitions }),
      ...(keys.length === 0 ? {} : { keyedBy: keys }),
    },
    options: time.options,
  };
}

function refuseParts(statement: CreateStatement, report: DiagnosticList): void {
  const { object, elements, dialect, appendOnly, format, like } = statement;
  const key = elements?.primaryKey ?? elements?.columns.find((column) => column.key === "primary-key");
  const keyed = object === "table" && key && dialect !== "flink" && appendOnly === null;
  if (keyed)
    report.unsupported("UNSUPPORTED_TABLE", key.range, "A table with a PRIMARY KEY keeps one row a key.", {
      hint: "Here each record is an event of its own: write CREATE STREAM, or leave PRIMARY KEY out.",
    });
  const changes = /^(UPSERT|DEBEZIUM|DEBEZIUM_MONGO|MAXWELL|CANAL)$/;
  if (format && changes.test(format.format)) refuseChanges(format, report);
  for (const property of statement.properties) {
    const { key: name, value } = property;
    const isFormat = /^(connector|format|value\.format)$/i.test(name);
    if (isFormat && /^(upsert-|debezium|canal|maxwell|ogg|.*-cdc$)/i.test(value))
      refuseChanges(property, report);
  }
  if (like)
    report.unsupported(
      "UNSUPPORTED_LIKE",
      like.range,
      "LIKE takes the columns of another table over, which is not run.",
      {
        hint: "Write the columns out, or leave the list away: then all columns of the data are seen.",
      },
    );
}

/** The columns called KEY or PRIMARY KEY that the stream has, by their names in its data. */
function keyColumns({ elements }: CreateStatement, { schema }: StreamDefinition): readonly string[] {
  const listed = (elements?.columns ?? []).filter(({ key }) => key !== null).map(({ name }) => name);
  return [...listed, ...(elements?.primaryKey?.columns ?? [])]
    .map(({ text }) => schema[fieldIndex(schema, text)]?.name)
    .filter((name) => name !== undefined);
}

function refuseChanges({ range }: Pick<SpokenOption, "range">, report: DiagnosticList): void {
  report.unsupported(
    "UNSUPPORTED_CHANGELOG_SOURCE",
    range,
    "Sources that bring updates and deletes are not read.",
    {
      hint: "Here each record is an event of its own: read a plain JSON or CSV stream.",
    },
  );
}

/** `PARTITIONS = 4`, which is meaning: law 3. */
function readPartitions(
  { properties }: CreateStatement,
  report: DiagnosticList,
): { readonly partitions: number | null; readonly rest: CreateStatement["properties"] } {
  const mine = properties.filter(({ key }) => partitionKeys.includes(key.toLowerCase()));
  const rest = properties.filter((property) => !mine.includes(property));
  const [first, second] = mine;
  if (second)
    report.error("DUPLICATE_OPTION", second.keyRange, "The number of partitions is set twice.", {
      hint: "Keep one of them.",
    });
  if (first === undefined) return { partitions: null, rest };
  const count = /^\d{1,9}$/.test(first.value) ? Number(first.value) : 0;
  if (count >= 1 && count <= mostPartitions) return { partitions: count, rest };
  report.error("BAD_OPTION_VALUE", first.valueRange, `A stream has 1 to ${mostPartitions} partitions.`, {
    hint: "Write a whole number, such as 4.",
  });
  return { partitions: null, rest };
}
