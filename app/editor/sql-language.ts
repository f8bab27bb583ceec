import type * as monaco from "monaco-editor/editor";

export const SQL_LANGUAGE = "windowpane-sql";

/** The words of queries and statements in the four dialects; which of them mean something where, the parser says. */
const keywords = `
  add after all alter always and append apply array as asc asof at between both buffer by
  case cast changes close comment constraint create cross cube cumulate current current_date current_timestamp
  date day days dec delete delta desc describe descriptor distinct double drop else emit encode end enforced escape every except
  exclude exists expire explain extended extract false fetch filter final first following for format from full
  gap generated grace group grouping having hop hopping hour hours if ignore ilike in include inner insert intersect
  interval into is join key last lateral leading left like limit list locate map match_recognize materialized metadata microsecond
  millisecond milliseconds minute minutes month months natural never next not null nulls of offset on only or order outer
  over overwrite partition partitions period plain preceding primary properties qualify queries range recursive
  rename replace reset respect retention right rlike rollup row rows select session set sets show similar sink size
  slide sliding source step stream streams struct system system_time table tables ties time timestamp to topic topics trailing true
  try_cast tumble tumbling unbounded union unknown unset using values view views virtual watermark week weeks when where
  window with within without year years zone advance inactivity pause resume start stop terminate then second seconds quarter
  bigint boolean bytes bool char decimal float int integer numeric real smallint string text timestamp_ltz tinyint varchar`
  .trim()
  .split(/\s+/);

/** Keyword, string, comment; everything else is text. A backslash escapes nothing: quotes are doubled. */
export const sqlTokens: monaco.languages.IMonarchLanguage = {
  ignoreCase: true,
  unicode: true,
  keywords,
  tokenizer: {
    root: [
      [/--.*$/, "comment"],
      [/\/\*/, "comment", "@comment"],
      [/'/, "string", "@text"],
      [/"/, "identifier", "@name"],
      [/`/, "identifier", "@backquoted"],
      // A word behind a point is a field, whatever it is called.
      [/\.\s*[\p{L}_$][\p{L}\p{N}_$]*/u, "identifier"],
      [/[\p{L}_$@][\p{L}\p{N}_$]*/u, { cases: { "@keywords": "keyword", "@default": "identifier" } }],
      [/\d+(\.\d+)?([eE][+-]?\d+)?\w*/, "number"],
    ],
    comment: [
      [/[^*]+/, "comment"],
      [/\*\//, "comment", "@pop"],
      [/\*/, "comment"],
    ],
    text: [
      [/[^']+/, "string"],
      [/''/, "string"],
      [/'/, "string", "@pop"],
    ],
    name: [
      [/[^"]+/, "identifier"],
      [/""/, "identifier"],
      [/"/, "identifier", "@pop"],
    ],
    backquoted: [
      [/[^`]+/, "identifier"],
      [/``/, "identifier"],
      [/`/, "identifier", "@pop"],
    ],
  },
};

export const sqlConfiguration: monaco.languages.LanguageConfiguration = {
  comments: { lineComment: "--", blockComment: ["/*", "*/"] },
  brackets: [
    ["(", ")"],
    ["[", "]"],
  ],
  autoClosingPairs: [
    { open: "(", close: ")" },
    { open: "[", close: "]" },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
  surroundingPairs: [
    { open: "(", close: ")" },
    { open: "[", close: "]" },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
};
