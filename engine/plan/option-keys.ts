/** The keys of `WITH ('key' = 'value')` and of the settings that stand for it. */
export const optionKeys = [
  "semantics",
  "event.time.field",
  "event.time.format",
  "watermark.strategy",
  "watermark.max_out_of_orderness",
  "watermark.min_advance",
  "watermark.idle_timeout",
  "watermark.scope",
  "watermark.max_future_skew",
  "watermark.allowed_lateness",
  "late.data.strategy",
  "emit.scope",
  "emit.final_marker",
] as const;

export type OptionKey = (typeof optionKeys)[number];

/** Prefixes of settings that another engine has and that are not run. */
export const foreignPrefixes = ["table.", "sql-client.", "pipeline.", "execution.", "ksql.", "rw_"] as const;
