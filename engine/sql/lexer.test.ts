import { describe, expect, test } from "vitest";
import { lex } from "./lexer.ts";

/** Tokens as `kind:text`, without the end. */
function kinds(text: string): string[] {
  return lex(text)
    .tokens.slice(0, -1)
    .map(({ kind, text: content }) => `${kind}:${content}`);
}

/** Diagnostics as `code «text under the range»`. */
function errors(text: string): string[] {
  return lex(text).diagnostics.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}»`);
}

describe("tokens", () => {
  test("words keep their letter case and know their upper case", () => {
    const [token] = lex("Select").tokens;
    expect(token).toEqual({ kind: "word", text: "Select", word: "SELECT", start: 0, end: 6 });
  });

  test("offsets count UTF-16 units", () => {
    const { tokens } = lex("'😀' größe");
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [5, 10],
      [10, 10],
    ]);
  });

  test("numbers: whole, with a point, with an exponent", () => {
    expect(kinds("1 007 1.5 .5 5. 1e3 1.5E-3 2e+10")).toEqual([
      "integer:1",
      "integer:007",
      "decimal:1.5",
      "decimal:.5",
      "decimal:5.",
      "float:1e3",
      "float:1.5E-3",
      "float:2e+10",
    ]);
  });

  test("a number with letters behind it is one token", () => {
    expect(kinds("5m 500ms 1.5h 2days 1e 0x1F")).toEqual([
      "duration:5m",
      "duration:500ms",
      "duration:1.5h",
      "duration:2days",
      "duration:1e",
      "duration:0x1F",
    ]);
  });

  test("a doubled quote is one quote, in strings and in both kinds of quoted names", () => {
    expect(kinds(`'it''s' '' '''' "a""b" \`c\`\`d\``)).toEqual([
      "string:it's",
      "string:",
      "string:'",
      'quoted:a"b',
      "quoted:c`d",
    ]);
  });

  test("a quoted word is no keyword", () => {
    expect(lex('"SELECT"').tokens[0]).toMatchObject({ kind: "quoted", word: "" });
  });

  test("the longest symbol wins", () => {
    expect(kinds("a<>b!=c<=d>=e||f=>g::h->>i")).toEqual(
      "word:a symbol:<> word:b symbol:!= word:c symbol:<= word:d symbol:>= word:e symbol:|| word:f symbol:=> word:g symbol::: word:h symbol:->> word:i".split(
        " ",
      ),
    );
  });

  test("comments, blanks and byte order marks vanish", () => {
    expect(kinds("\ufeffa\u00a0-- b 'c\n/* d -- \n */ e")).toEqual(["word:a", "word:e"]);
    expect(errors("a -- 'not a string\n/* \" */ b")).toEqual([]);
  });
});

describe("what is no token", () => {
  test("an unclosed string ends with its line, and the next line is read as usual", () => {
    const text = "x = 'abc  \nFROM t";
    expect(errors(text)).toEqual(["SYNTAX_UNCLOSED_QUOTE «'abc»"]);
    expect(kinds(text)).toEqual(["word:x", "symbol:=", "string:abc", "word:FROM", "word:t"]);
  });

  test("an unclosed comment reaches to the end; the marked place is where it opens", () => {
    expect(errors("a /* b \n c")).toEqual(["SYNTAX_UNCLOSED_COMMENT «/*»"]);
    expect(kinds("a /* b \n c")).toEqual(["word:a"]);
  });

  test("stray characters are reported once a run and vanish", () => {
    expect(errors("a ## b ‘c")).toEqual(["SYNTAX_CHARACTER «##»", "SYNTAX_CHARACTER «‘»"]);
    expect(kinds("a ## b")).toEqual(["word:a", "word:b"]);
  });

  test("what curly quotes hold is one error, a string or name all the same, and offered with straight ones", () => {
    expect(errors("a = ‘c d’, “e”")).toEqual(["SYNTAX_CHARACTER «‘c d’»", "SYNTAX_CHARACTER «“e”»"]);
    expect(kinds("‘c d’ “e”")).toEqual(["string:c d", "quoted:e"]);
    expect(lex("‘c d’ “e”").diagnostics.map(({ fix }) => fix)).toEqual(["'c d'", '"e"']);
  });

  test("curly quotes get their own hint, invisible characters their number", () => {
    const [curly, invisible] = lex("“ \u200b").diagnostics;
    expect(curly?.hint).toContain("straight quotes");
    expect(invisible?.message).toBe("The character U+200B means nothing in SQL.");
  });

  test("a hint that is not closed is reported where it begins", () => {
    expect(errors("t /*+ OPTIONS('a' = 'b')")).toEqual(["SYNTAX_UNCLOSED_COMMENT «/*»"]);
  });
});

test("a hint is no comment: its marks and what stands between them are tokens", () => {
  expect(kinds("t /*+ OPTIONS('*/' = 'b') */ u /* c */")).toEqual(
    "word:t symbol:/*+ word:OPTIONS symbol:( string:*/ symbol:= string:b symbol:) symbol:*/ word:u".split(
      " ",
    ),
  );
});

describe("annotations", () => {
  test("key and value with exact ranges", () => {
    const text = "SELECT\n--  @num_partitions :  8  \n1";
    const [annotation] = lex(text).annotations;
    expect(annotation).toMatchObject({ key: "num_partitions", value: "8" });
    expect(text.slice(annotation!.range.start, annotation!.range.end)).toBe("@num_partitions :  8");
    expect(text.slice(annotation!.keyRange.start, annotation!.keyRange.end)).toBe("num_partitions");
    expect(text.slice(annotation!.valueRange.start, annotation!.valueRange.end)).toBe("8");
  });

  test("dotted keys, and values with spaces, colons and signs", () => {
    expect(lex("-- @sla.max_delay: 5 s: soft -- yes").annotations[0]).toMatchObject({
      key: "sla.max_delay",
      value: "5 s: soft -- yes",
    });
  });

  test("without a value: an empty value at the end", () => {
    const [annotation] = lex("-- @app:   \n").annotations;
    expect(annotation).toMatchObject({ key: "app", value: "", valueRange: { start: 8, end: 8 } });
  });

  test("an ordinary comment is none; one without a colon is a warning", () => {
    expect(lex("-- mail me @ home: yes\n-- x").annotations).toEqual([]);
    const { annotations, diagnostics } = lex("-- @num_partitions 8");
    expect(annotations).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "SYNTAX_ANNOTATION", severity: "warning" }]);
  });
});
