/**
 * `npm test` draws the same random cases every time, so that a commit passes or fails for good; `npm run check` draws new ones.
 * Set by `.ci/test.mjs`.
 */
const seed = process.env["PROPERTY_SEED"];
if (seed !== undefined) {
  const { default: fc } = await import("fast-check");
  fc.configureGlobal({ seed: Number(seed) });
}
export {};
