const most = 12;

/** The names in a sentence; of many the first ones. */
export function listNames(names: readonly string[]): string {
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
