import { join } from "node:path";
import { expect, test } from "vitest";
import { compileQuery } from "../../plan/compile-query.ts";
import { caseFileName, caseFiles, casesFolder } from "./case-files.ts";
import { streamsOf } from "./case-input.ts";
import { readCases, type ConformanceCase } from "./conformance-case.ts";

const files = caseFiles(casesFolder).map(caseFileName);

/** Codes of the errors, without those that say what is not run yet. */
function misunderstandings(given: ConformanceCase): readonly string[] {
  const { sql, preset, settings = {} } = given;
  const { diagnostics } = compileQuery(sql, streamsOf(given), { settings, preset });
  return diagnostics
    .filter(({ severity, code }) => severity === "error" && !code.startsWith("UNSUPPORTED_"))
    .map(({ code, message }) => `${given.name}: ${code} (${message})`);
}

test.each(files)("%s: what an engine ran is bound, or refused as not run yet", (file) => {
  expect(readCases(join(casesFolder, file)).flatMap(misunderstandings)).toEqual([]);
});
