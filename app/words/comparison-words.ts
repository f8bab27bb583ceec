import type { Cause, ChangeCounts, Comparison, RuleName } from "../../engine/client/types.ts";
import { capital } from "./sentence.ts";
import { PRESET_NAMES } from "./preset-name.ts";
import { ruleLabel, ruleSentence } from "./rule-words.ts";
import { count, counted } from "./value.ts";

/** Rows that differ in any way. */
export function differences({ rows }: Comparison): number {
  return rows.differs + rows["only here"] + rows["only there"];
}

/** Records that are in another entry of the ledger. */
export function otherFates({ fates }: Comparison): number {
  return fates.reduce((sum, { records }) => sum + records, 0);
}

/**
 * "12 of 13 rows agree, 1 differs; 1 order counted under Velostream is dropped under Flink; 14 changes, 13 under Flink".
 * @param noun what one record is called.
 */
export function summaryText(comparison: Comparison, noun: string): string {
  const { rows, here, there } = comparison;
  const all = rows.agrees + differences(comparison);
  const parts = [
    all === 0
      ? "no rows on either side"
      : rows.agrees === all
        ? `all ${counted(all, "row")} agree`
        : `${count(rows.agrees)} of ${counted(all, "row")} agree`,
    ...(rows.differs > 0 ? [`${count(rows.differs)} ${rows.differs === 1 ? "differs" : "differ"}`] : []),
    ...(rows["only here"] > 0 ? [`${count(rows["only here"])} only under ${PRESET_NAMES[here]}`] : []),
    ...(rows["only there"] > 0 ? [`${count(rows["only there"])} only under ${PRESET_NAMES[there]}`] : []),
  ];
  const changes = sameChanges(comparison)
    ? `${counted(comparison.changes.here.rows, "change")} under both`
    : `${counted(comparison.changes.here.rows, "change")}, ${count(comparison.changes.there.rows)} under ${PRESET_NAMES[there]}`;
  return `${parts.join(", ")}; ${fatesText(comparison, noun)}; ${changes}`;
}

/** What became of most of the records that are in another entry of the ledger, and how many others there are. */
function fatesText({ fates, here, there }: Comparison, noun: string): string {
  const [most, ...rest] = fates;
  if (!most) return `every ${noun} is counted or dropped alike`;
  const others = rest.reduce((sum, { records }) => sum + records, 0);
  const more = others === 0 ? "" : `, ${count(others)} more ${others === 1 ? "differs" : "differ"} otherwise`;
  return `${counted(most.records, noun)} ${most.here} under ${PRESET_NAMES[here]} ${most.records === 1 ? "is" : "are"} ${most.there} under ${PRESET_NAMES[there]}${more}`;
}

/** What a cause makes: "1 row, 2 orders and the changelog". */
export function causeCount({ rows, records, changelog }: Cause, noun: string): string {
  const parts = [
    ...(rows > 0 ? [counted(rows, "row")] : []),
    ...(records > 0 ? [counted(records, noun)] : []),
    ...(changelog ? ["the changelog"] : []),
  ];
  const last = parts.pop() ?? "";
  return capital(parts.length === 0 ? last : `${parts.join(", ")} and ${last}`);
}

/** Rows of each kind: "13 +I, 1 +U". */
export function kindsText({ kinds }: ChangeCounts): string {
  const some = Object.entries(kinds).filter(([, n]) => n > 0);
  // A number and its kind stay on one line, as do the signs of "-U".
  return some.map(([kind, n]) => `${count(n)}\u00A0${kind.replace("-", "-\u2060")}`).join(", ") || "none";
}

/** Whether the same result came about by as many rows of each kind. */
export function sameChanges({ changes: { here, there } }: Comparison): boolean {
  return here.rows === there.rows && kindsText(here) === kindsText(there);
}

/**
 * Why: the rules as the table names them, a sentence for each that has none yet, and what they did to the changelog.
 * @param told causes whose sentences stand before it.
 */
export function causeText(
  { rules: names, changelog }: Cause,
  comparison: Comparison,
  told: readonly Cause[],
): string {
  const { rules, here, there, changes } = comparison;
  const kinds = changelog
    ? ` Changes: ${kindsText(changes.here)}; under ${PRESET_NAMES[there]} ${kindsText(changes.there)}.`
    : "";
  if (names.length === 0)
    return `No rule of the table makes it, alone or with others: the engines' own functions and limits are left.${kinds}`;
  const isTold = (name: RuleName): boolean => told.some((cause) => cause.rules.includes(name));
  const sentences = names.flatMap((name) => {
    if (isTold(name)) return [];
    const difference = rules.find((rule) => rule.name === name);
    return difference ? [ruleSentence(difference, PRESET_NAMES[here], PRESET_NAMES[there])] : [];
  });
  const label = `${capital(explanationText(names))}${names.length === 1 ? "" : ", only together"}`;
  return `${sentences.length === 0 ? `${label}.` : `${label}: ${sentences.join(" ")}`}${kinds}`;
}

/** The rules of a row or a record in a few words; null: not known yet. */
export function explanationText(explanation: readonly RuleName[] | null): string {
  if (explanation === null) return "";
  if (explanation.length === 0) return "no rule";
  const labels = explanation.map(ruleLabel);
  const last = labels.pop()!;
  return labels.length === 0 ? last : `${labels.join(", ")} and ${last}`;
}
