import { expect, test } from "vitest";
import { parseExactJson } from "./exact-json.ts";

test("integers beyond 2^53 are read exactly, and nothing else changes", () => {
  const text =
    '{"a":[9223372036854775807,-9223372036854775808,9007199254740991,0.12345678901234567,1e21],"b":"x 99999999999999999999 \\" y"}';
  expect(parseExactJson(text)).toEqual({
    a: [9223372036854775807n, -9223372036854775808n, 9007199254740991, Number("0.12345678901234567"), 1e21],
    b: 'x 99999999999999999999 " y',
  });
});
