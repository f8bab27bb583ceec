import { parseDuration } from "../common/duration.ts";
import type { OptionKey } from "./option-keys.ts";

/** What a key of another engine, or of a server, comes to here. */
export type ForeignOption =
  /** It says what one of our keys says. */
  | { readonly kind: "means"; readonly key: OptionKey; readonly value: string }
  /** It is about servers, topics, files or speed: here it changes nothing. */
  | { readonly kind: "nothing" }
  | { readonly kind: "refused"; readonly message: string; readonly hint: string };

type Reading = (value: string) => ForeignOption;

const nothing: Reading = () => ({ kind: "nothing" });

/** Where 0 means never. */
const idleTimeout: Reading = (value) => {
  const parsed = parseDuration(value);
  const never = parsed.ok && parsed.ms === 0;
  return { kind: "means", key: "watermark.idle_timeout", value: never ? "never" : value };
};

const utcOnly: Reading = (value) =>
  /^(utc|gmt|z|etc\/utc|local|default|[+-]00:?00|gmt[+-]00:00|utc[+-]00:00)$/i.test(value.trim())
    ? { kind: "nothing" }
    : {
        kind: "refused",
        message: `All times are UTC here, not ${value}.`,
        hint: "Leave the time zone out, or write 'UTC'.",
      };

/** @param words the values that say what happens here anyway. */
const only =
  (words: readonly string[], message: string, hint: string): Reading =>
  (value) =>
    words.includes(value.trim().toLowerCase()) ? { kind: "nothing" } : { kind: "refused", message, hint };

const refused =
  (message: string, hint: string): Reading =>
  () => ({ kind: "refused", message, hint });

/** Keys by their whole name, lower case. */
const named: Readonly<Record<string, Reading>> = {
  // Flink
  "scan.watermark.idle-timeout": idleTimeout,
  "table.exec.source.idle-timeout": idleTimeout,
  "scan.watermark.emit.strategy": nothing,
  "table.local-time-zone": utcOnly,
  "execution.runtime-mode": only(
    ["streaming"],
    "A stream is read as it arrives, never as a batch.",
    "Leave it out, or write 'streaming'.",
  ),
  "table.exec.state.ttl": only(
    ["0", "0 ms", "0ms", "0 s", "0s"],
    "State that expires by itself is not run: what Flink would forget depends on its clock.",
    "Leave it out.",
  ),
  "table.sql-dialect": only(["default"], "Only Flink's own dialect is read.", "Leave it out."),
  // ksqlDB
  "auto.offset.reset": nothing,
  "processing.guarantee": nothing,
  "commit.interval.ms": nothing,
  // RisingWave and PostgreSQL
  timezone: utcOnly,
  "time zone": utcOnly,
};

/** Keys by their beginning, lower case; the first that fits decides. */
const prefixed: readonly (readonly [string, Reading])[] = [
  [
    "scan.watermark.alignment.",
    refused("Watermarks of several sources are not aligned here.", "Leave it out: one stream is read."),
  ],
  ["table.exec.mini-batch.", nothing],
  ["table.exec.resource.", nothing],
  ["table.exec.async-", nothing],
  ["table.display.", nothing],
  ["sql-client.", nothing],
  ["pipeline.", nothing],
  ["parallelism.", nothing],
  ["execution.checkpointing.", nothing],
  ["state.", nothing],
  ["restart-strategy", nothing],
  ["cache.max.bytes", nothing],
  ["ksql.streams.", nothing],
  ["streaming_", nothing],
  ["background_ddl", nothing],
  ["rw_", nothing],
];

/** Settings of another engine that are known to exist and that are not run. */
const otherSettings = ["table.", "execution.", "ksql.", "rw_"];

/** Options of definitions and jobs that name servers, topics, files and formats. */
const places = new RegExp(
  "^(" +
    [
      "type|connector|timestamp|timestamp_format|topic|kafka_topic|topic\\.name|format|value_format|key_format|value_delimiter|key_delimiter|encode",
      "partitions|replicas|retention_ms|wrap_single_value|value_schema_id|key_schema_id|value_avro_schema_full_name",
      "value_schema_full_name|key_schema_full_name|cleanup_policy|source_connection_name|value_protobuf_nullable_representation",
      "config_file|path|file_pattern|delimiter|header|has_headers|recursive|watch|polling_interval|append|compression",
      "batch_size|batch_timeout|batch_mode|retention|table_model|primary_key|primary-key|type_name|force_append_only|is_exactly_once",
      "appname|failure_strategy|max_retries|retry_backoff|group\\.id|max\\.poll\\.records|linger\\.ms|acks|enable\\.auto\\.commit",
      "rows-per-second|number-of-rows|print-identifier|standalone|changelog-mode|url|username|password|hostname|port",
      "database-name|table-name|table\\.name|database\\.name|schema\\.name|slot\\.name|publication\\.name|warehouse|catalog-name|catalog-database|catalog-type",
    ].join("|") +
    ")$|^(" +
    [
      "kafka|consumer|producer|properties|bootstrap|schema|value|key|json|csv|avro|protobuf|debezium|sink|source|scan\\.startup",
      "scan\\.bounded|scan\\.parallelism|scan\\.topic|security|sasl|ssl|s3|aws|gcs|datagen|fields|lookup|jdbc|kinesis|pulsar|mqtt|nats|file|cache|auto\\.offset",
      "fail|ignore-parse-errors|allow-comments|circuit\\.breaker|dead_letter_queue|dlq|metrics|observability|performance|batch",
    ].join("|") +
    ")[._-]",
);

/** What a key that is none of ours says by SET or in settings; null: it is unknown. */
export function foreignSetting(key: string, value: string): ForeignOption | null {
  const found = foreignOption(key, value);
  if (found !== null) return found;
  const typed = key.toLowerCase();
  if (!otherSettings.some((prefix) => typed.startsWith(prefix))) return null;
  return {
    kind: "refused",
    message: `The setting '${key}' is not run yet.`,
    hint: "Remove it from the settings.",
  };
}

/** What a key that is none of ours says in a WITH list or a hint; null: it is unknown. */
export function foreignOption(key: string, value: string): ForeignOption | null {
  const typed = key.trim().toLowerCase();
  if (Object.hasOwn(named, typed)) return named[typed]!(value);
  const reading = prefixed.find(([prefix]) => typed.startsWith(prefix))?.[1];
  if (reading !== undefined) return reading(value);
  return places.test(typed) ? { kind: "nothing" } : null;
}

/** Keys of other engines that act, for the nearest name. */
export const foreignKeys: readonly string[] = Object.keys(named);
