/** Throws when an invariant of our own code is broken; never used for what the visitor typed. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
