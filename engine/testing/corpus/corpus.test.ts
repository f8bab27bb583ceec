import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DIALECTS } from "../../common/dialect.ts";
import { parse } from "../../sql/parse.ts";
import { hasTree, readCorpus, treeOf } from "./corpus-file.ts";
import { fixedText, outcomeOf } from "./corpus-outcome.ts";
import { formsPath, formsTable } from "./forms-table.ts";

const corpus = readCorpus();

describe.each(DIALECTS)("the corpus of %s", (dialect) => {
  test.each(corpus.filter((file) => file.dialect === dialect).map((file) => [file.name, file] as const))(
    "%s",
    (_, file) => {
      const outcome = outcomeOf(file.sql, dialect);
      const { result, diagnostics } = outcome;
      const codes = diagnostics.map(({ code }) => code);
      expect(result, codes.join(" ")).toBe(file.expect);
      expect(codes).toEqual(expect.arrayContaining([...file.notes]));
      if (file.fixed !== null)
        expect(outcomeOf(fixedText(file.sql, outcome), dialect).result).toBe(file.fixed);
      const syntax = parse(file.sql).diagnostics.filter(
        ({ code, severity }) => severity === "error" && code.startsWith("SYNTAX"),
      );
      expect(syntax.length > 0).toBe(!hasTree(file));
      expect(file.tree).toBe(hasTree(file) ? treeOf(file) : null);
    },
  );
});

test("every diagnostic of the corpus says in sentences what is wrong and what to do, inside the text", () => {
  for (const { name, sql, dialect } of corpus)
    for (const { message, hint, range, severity } of outcomeOf(sql, dialect).diagnostics) {
      expect(message, name).toMatch(/^\S.*[.?!]$/s);
      if (severity === "error" || hint !== null) expect(hint, `${name}: ${message}`).toMatch(/^\S.*[.?!…]$/s);
      expect(range.start, name).toBeGreaterThanOrEqual(0);
      expect(range.end, name).toBeGreaterThanOrEqual(range.start);
      expect(range.end, name).toBeLessThanOrEqual(sql.length);
    }
});

test("forms.md is what the headers say: `npm run corpus` where it is not", () => {
  expect(readFileSync(formsPath, "utf8")).toBe(formsTable(corpus));
});

test("the corpus is as large as it has to be: 300 queries, 60 wrong ones, all dialects", () => {
  const wrong = corpus.filter((file) => file.expect !== "runs" && !file.expect.startsWith("UNSUPPORTED_"));
  expect(corpus.length).toBeGreaterThanOrEqual(300);
  expect(wrong.length).toBeGreaterThanOrEqual(60);
  for (const dialect of DIALECTS)
    expect(corpus.filter((file) => file.dialect === dialect).length).toBeGreaterThanOrEqual(30);
});
