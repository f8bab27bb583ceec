import type { RuleName } from "../../plan/rules-that-matter.ts";

/** Which of the two sides a trial starts from. */
export type Side = "here" | "there";

/**
 * Runs one side with these rules as the other has them. @returns Of each difference, in order, whether it is gone: 1 or 0;
 * null where the query cannot be bound so.
 */
export type Trial = (side: Side, switched: readonly RuleName[]) => Promise<Uint8Array | null>;

/** The rules that make a difference; several make it together. Empty: none was found that does. */
export type Explanation = readonly RuleName[];

/**
 * Finds by trial what makes each difference: one rule without which it is gone, else the fewest that have to be switched
 * together. A rule that does it from either side goes before one that does it from one side alone, since other rules may
 * do the same there. Of several one that is named already is named again, else the one that explains most: few rules explain all.
 * @param count of differences. @param rules that differ and can matter. @param trials that may be made: two for each rule,
 * and as many again for several together.
 */
export async function explainDifferences(
  count: number,
  rules: readonly RuleName[],
  trial: Trial,
  trials: number,
): Promise<readonly Explanation[]> {
  const found: (Explanation | null)[] = Array.from({ length: count }, () => null);
  if (count === 0) return [];
  let left = trials;
  const attempt: Trial = async (side, switched) => (left-- > 0 ? trial(side, switched) : null);
  const alone = async (side: Side): Promise<readonly Alone[]> => {
    const all: Alone[] = [];
    for (const rule of rules)
      all.push({ rule, gone: (await attempt(side, [rule])) ?? new Uint8Array(count) });
    return all;
  };
  const [here, there] = [await alone("here"), await alone("there")];
  const both = here.map(({ rule, gone }, at) => ({
    rule,
    gone: gone.map((isGone, difference) => isGone & there[at]!.gone[difference]!),
  }));
  for (const candidates of [both, here, there]) nameBest(found, candidates);
  for (let at = found.indexOf(null); at >= 0; at = found.indexOf(null)) {
    const named = new Set(found.flatMap((explanation) => explanation ?? []));
    const [together, gone] = await fewest(at, rules, named, attempt);
    found[at] = together;
    gone?.forEach((isGone, other) => {
      if (isGone === 1) found[other] ??= together;
    });
  }
  return found.map((explanation) => explanation ?? []);
}

/** What a rule does when it alone is switched. */
interface Alone {
  readonly rule: RuleName;
  readonly gone: Uint8Array;
}

/** Names again and again the rule that explains most of what is left; one that is named already goes first. */
function nameBest(found: (Explanation | null)[], alone: readonly Alone[]): void {
  for (;;) {
    const named = new Set(found.flatMap((explanation) => explanation ?? []));
    const sizes = alone.map(({ rule, gone }) => {
      const size = found.reduce((sum, known, at) => sum + (known === null ? gone[at]! : 0), 0);
      return named.has(rule) && size > 0 ? size + found.length : size;
    });
    const most = Math.max(0, ...sizes);
    if (most === 0) return;
    const { rule, gone } = alone[sizes.indexOf(most)]!;
    gone.forEach((isGone, at) => {
      if (isGone === 1) found[at] ??= [rule];
    });
  }
}

/** Leaves out one rule after the other without which a difference is gone as well; those that are named already last. */
async function fewest(
  at: number,
  rules: readonly RuleName[],
  named: ReadonlySet<RuleName>,
  attempt: Trial,
): Promise<readonly [Explanation, Uint8Array | null]> {
  let together = rules;
  let gone = await attempt("here", rules);
  if (gone?.[at] !== 1) return [[], null];
  const others = rules.filter((rule) => !named.has(rule));
  for (const rule of [...others, ...rules.filter((one) => named.has(one))]) {
    const fewer = together.filter((name) => name !== rule);
    const still = await attempt("here", fewer);
    if (still?.[at] !== 1) continue;
    together = fewer;
    gone = still;
  }
  return [together, gone];
}
