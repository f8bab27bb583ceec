/** The keys of `WITH ('key' = 'value')`, and of SET and other places that say the same. */
export const optionKeys = [
  "semantics",
  "event.time.field",
  "event.time.format",
  "watermark.strategy",
  "watermark.max_out_of_orderness",
  "watermark.punctuation.field",
  "watermark.min_advance",
  "watermark.idle_timeout",
  "watermark.scope",
  "watermark.max_future_skew",
  "watermark.allowed_lateness",
  "late.data.strategy",
  "emit.scope",
  "emit.final_marker",
] as const;

/** Settings of Flink that say of its older windows what no key of ours says. */
export const firingKeys = [
  "table.exec.emit.early-fire.enabled",
  "table.exec.emit.early-fire.delay",
  "table.exec.emit.late-fire.enabled",
  "table.exec.emit.late-fire.delay",
  "table.exec.emit.allow-lateness",
] as const;

export type OptionKey = (typeof optionKeys)[number] | (typeof firingKeys)[number];

/** @returns The key as we spell it, or null. Letter case does not matter. */
export function findOptionKey(typed: string): OptionKey | null {
  const wanted = typed.trim().toLowerCase();
  return [...optionKeys, ...firingKeys].find((key) => key === wanted) ?? null;
}
