/** How a hint ends that sends people away from another engine's rules. */
export const nativeRulesAdvice = "or choose WITH ('semantics' = 'velostream').";

/** A hint for those who have chosen the rules on purpose: without the way out of them. */
export function withoutNativeRules(hint: string): string {
  return hint.replace(`, ${nativeRulesAdvice}`, ".");
}
