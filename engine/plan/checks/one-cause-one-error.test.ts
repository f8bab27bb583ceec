import { expect, test } from "vitest";
import { problemsOf } from "../../testing/compile-text.ts";

/** A column that GROUP BY misspells is not called ungrouped where SELECT has it right. */
test.each([
  ["SELECT shard, COUNT(*) FROM orders GROUP BY shrad", ['UNKNOWN_COLUMN "shrad"']],
  [
    "SELECT shard, v + 1, COUNT(*) FROM orders GROUP BY shrad, v + 1 HAVING shard > 1",
    ['UNKNOWN_COLUMN "shrad"'],
  ],
  ["SELECT k, COUNT(*) FROM orders GROUP BY UPPR(k)", ['UNKNOWN_FUNCTION "UPPR"']],
  ["SELECT k, SUMM(v) FROM orders GROUP BY k", ['UNKNOWN_FUNCTION "SUMM"']],
  [
    "SELECT k, SUMM(v + MAX(d), nix) FROM orders GROUP BY k",
    ['UNKNOWN_FUNCTION "SUMM"', 'UNKNOWN_COLUMN "nix"'],
  ],
  [
    "SELECT k, SUMM(NOW()) FROM orders GROUP BY k HAVING COUN(v) > 1",
    ['UNKNOWN_FUNCTION "SUMM"', 'UNKNOWN_FUNCTION "COUN"'],
  ],
  ["SELECT k, v, COUNT(*) FROM orders GROUP BY k + 1", ['TYPE_MISMATCH "k + 1"']],
  [
    "SELECT nix + 1, COUNT(*) FROM orders WHERE nix > 1 AND v > 'a'",
    ['UNKNOWN_COLUMN "nix"', 'UNKNOWN_COLUMN "nix"', "TYPE_MISMATCH \"v > 'a'\""],
  ],
  ["SELECT nix + k > 1 AND ABS(nix) FROM orders", ['UNKNOWN_COLUMN "nix"', 'UNKNOWN_COLUMN "nix"']],
  ["SELECT k, SUM(nix) AS s FROM orders GROUP BY k HAVING s > 'a' OR s < 1", ['UNKNOWN_COLUMN "nix"']],
  ["SELECT nox, missing FROM nowhere WHERE nix > 1", ['UNKNOWN_STREAM "nowhere"']],
  ["SELECT CASE WHEN nix THEN 1 ELSE 'a' END FROM orders", ['UNKNOWN_COLUMN "nix"']],
  ["SELECT CAST(nix AS FROB) FROM orders", ['UNKNOWN_COLUMN "nix"', 'UNKNOWN_TYPE "FROB"']],
])("%s", (sql, problems) => expect(problemsOf(sql)).toEqual(problems));
