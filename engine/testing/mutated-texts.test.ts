import fc from "fast-check";
import { test } from "vitest";
import { DIALECTS, type Dialect } from "../common/dialect.ts";
import type { Diagnostic } from "../common/diagnostic.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { lex } from "../sql/lexer.ts";
import { parse } from "../sql/parse.ts";
import { caseFiles, casesFolder } from "./conformance/case-files.ts";
import { readCases } from "./conformance/conformance-case.ts";
import { readCorpus } from "./corpus/corpus-file.ts";
import { corpusStreams } from "./corpus/corpus-streams.ts";
import { treeText } from "./corpus/tree-text.ts";
import { mutateText, type Mutation } from "./mutate-text.ts";

/** Queries of the corpus without their headers, and those of the conformance cases. */
const texts: readonly string[] = [
  ...readCorpus().map(({ sql }) => sql.replace(/^(-- [\w-]+: .*\n)+/, "")),
  ...new Set(
    caseFiles(casesFolder)
      .flatMap(readCases)
      .map(({ sql }) => sql),
  ),
];

const words =
  "SELECT FROM WHERE GROUP BY WINDOW TUMBLING SESSION HAVING EMIT CHANGES OVER PARTITION CASE WHEN END INTERVAL IN BETWEEN AND NOT NULL JOIN ON WITH AS CREATE TABLE UNION ALL COUNT( 5m 1e999 0.0.0 '2' \"q\" ; , ( ) [ ] :: -> => := * . = - /*+ -- @ ` ' \" \0 \u2028 \u{1F600} \ud800 § \\";

const place = fc.nat({ max: 200 });
const text = fc.constantFrom(...texts);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("delete" as const, "duplicate" as const, "truncate" as const),
    at: place,
    length: place,
  }),
  fc.record({ kind: fc.constant("swap" as const), at: place, other: place }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: place,
    text: fc.oneof(fc.constantFrom(...words.split(" ")), fc.string({ unit: "binary", maxLength: 3 })),
  }),
  fc.record({
    kind: fc.constant("nest" as const),
    at: place,
    length: fc.nat({ max: 8 }),
    depth: fc.oneof(fc.nat({ max: 3 }), fc.constant(150)),
  }),
  fc.record({ kind: fc.constantFrom("delete-character" as const, "double-character" as const), at: place }),
  fc.record({ kind: fc.constant("splice" as const), at: place, other: text, otherAt: place }),
);
const mutated = fc
  .tuple(text, fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([original, mutations]) => mutateText(original, mutations));

test(
  "10,000 mutated texts: nothing throws, hangs, points outside, or loses what was typed",
  { timeout: 120_000 },
  () => {
    fc.assert(fc.property(mutated, fc.constantFrom(...DIALECTS), checkText), { numRuns: 10_000 });
  },
);

function checkText(sql: string, preset: Dialect): void {
  const { script, steps } = parse(sql);
  demand(steps <= 40 * (sql.length + 16), `the parser took ${steps} steps`);
  const tree = treeText(script);
  demand(tree === treeText(parse(sql).script), "the tree is another one the second time");
  const { plan, diagnostics } = compileQuery(sql, corpusStreams, { preset });
  const refused = diagnostics.some(({ severity }) => severity === "error");
  demand((plan === null) === refused, "there is a plan beside errors, or neither");
  for (const diagnostic of diagnostics) {
    checkDiagnostic(diagnostic, sql);
    if (diagnostic.fix !== null) checkFix(diagnostic, diagnostic.fix, sql, preset);
  }
  if (plan !== null)
    for (const name of names)
      demand(keeps(name, sql, tree), `${name} is not in the tree as often as written`);
}

function checkDiagnostic({ code, severity, range, message, hint }: Diagnostic, sql: string): void {
  const inside = 0 <= range.start && range.start <= range.end && range.end <= sql.length;
  demand(inside, `${code} points at ${range.start} to ${range.end} of ${sql.length}`);
  demand(/^\S[^]*[.?!]$/.test(message), `${code} is no sentence: ${message}`);
  const advised = hint === null ? severity !== "error" : /^\S[^]*[.?!…]$/.test(hint);
  demand(advised, `the hint of ${code} is no sentence: ${hint} (${message})`);
}

/** A fix changes the text, and what it mends is not said again in the same place. */
function checkFix({ code, range, message }: Diagnostic, fix: string, sql: string, preset: Dialect): void {
  const fixed = sql.slice(0, range.start) + fix + sql.slice(range.end);
  demand(fixed !== sql, `the fix of ${code} changes nothing: ${message}`);
  const again = compileQuery(fixed, corpusStreams, { preset }).diagnostics.some(
    (other) =>
      other.code === code &&
      other.message === message &&
      other.range.start === range.start &&
      fixed.length - other.range.end === sql.length - range.end,
  );
  demand(!again, `the fix of ${code} mends nothing: ${message} is said of ${fixed}`);
}

/** Column names that mean nothing else in SQL: what runs must have each as often in its tree as in its text (law 10). */
const names =
  "zone driver fare price quantity amount auction bidder symbol ts customer region device temperature".split(
    " ",
  );

function keeps(name: string, sql: string, tree: string): boolean {
  const written = lex(sql).tokens.filter((token) => token.text.toLowerCase() === name).length;
  if (written === 0) return true;
  return tree.toLowerCase().split(new RegExp(`(?<![\\w.])${name}(?![\\w.])`)).length - 1 >= written;
}

/** As expect, without its cost: this is asked a hundred thousand times. */
function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
