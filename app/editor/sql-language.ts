import type * as monaco from "monaco-editor/editor";

export const SQL_LANGUAGE = "windowpane-sql";

const keywords = [
  ..."select distinct from as where group by having order limit window emit with and or not in is null".split(
    " ",
  ),
  ..."like between case when then else end join left right full inner outer on within create stream table".split(
    " ",
  ),
  ..."explain describe show asc desc over partition rows range unbounded preceding following current row".split(
    " ",
  ),
  ..."tumbling hopping sliding session cumulate tumble hop size advance grace period offset buffer expire".split(
    " ",
  ),
  ..."changes final every after count sum avg min max interval descriptor true false cast".split(" "),
  ..."millisecond milliseconds second seconds minute minutes hour hours day days".split(" "),
];

/** Keyword, string, comment; everything else is text. */
export const sqlTokens: monaco.languages.IMonarchLanguage = {
  ignoreCase: true,
  keywords,
  tokenizer: {
    root: [
      [/--.*$/, "comment"],
      [/\/\*/, "comment", "@comment"],
      [/'/, "string", "@text"],
      [/"[^"]*"|`[^`]*`/, "identifier"],
      [/[a-z_]\w*/, { cases: { "@keywords": "keyword", "@default": "identifier" } }],
      [/\d+(\.\d+)?\w*/, "number"],
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
  },
};

export const sqlConfiguration: monaco.languages.LanguageConfiguration = {
  comments: { lineComment: "--", blockComment: ["/*", "*/"] },
  brackets: [["(", ")"]],
  autoClosingPairs: [
    { open: "(", close: ")" },
    { open: "'", close: "'", notIn: ["string", "comment"] },
  ],
  surroundingPairs: [
    { open: "(", close: ")" },
    { open: "'", close: "'" },
  ],
};
