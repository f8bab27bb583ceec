import { BIGINT, BOOLEAN, STRING, type Value, arrayOf } from "../../data/data-type.ts";
import { nestedText } from "../../data/nested-value.ts";
import { documentOf } from "../function-document.ts";
import { compileRegex } from "../regex/regex.ts";
import type { LiteralProblem, ScalarFunction } from "../scalar-function.ts";
import { Failure, quoted } from "./answer.ts";
import { Prepared } from "./prepared.ts";
import { RegexCache } from "./regex-cache.ts";
import {
  firstGroups,
  firstPosition,
  groupsOf,
  hasGroup,
  partsBetween,
  replaceMatches,
} from "./regex-matches.ts";
import { Replacement } from "./replacement.ts";
import { textFunction } from "./text-function.ts";

const texts = arrayOf(STRING);

/** Functions of a text and a regular expression, in this order (see ../regex/regex.ts for what it may hold). */
export const regexFunctions: readonly ScalarFunction[] = [
  textFunction({
    name: "regexp",
    document: documentOf(
      "REGEXP(text, pattern [, flags]) → BOOLEAN",
      "Whether the regular expression matches some part of the text; the flags are i (letter case), m (lines) and s (. is any character).",
      "REGEXP('window 7', '[0-9]+$')",
      "true",
      { aliases: ["REGEXP_LIKE", "RLIKE"], spelling: { ksqldb: null } },
    ),
    takes: ["text", "text"],
    may: ["text"],
    gives: BOOLEAN,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern, flags = "") => cache.with(pattern, flags, text, (regex) => regex.test(text));
    },
    literalProblem: regexProblem({ flags: 2 }),
  }),
  textFunction({
    name: "regexp_replace",
    document: documentOf(
      "REGEXP_REPLACE(text, pattern, replacement [, flags]) → STRING",
      "The text with the first match replaced, with the flag g all of them; $1 or \\1 in the replacement is a group of the pattern.",
      "REGEXP_REPLACE('2024-01', '(\\d+)-(\\d+)', '$2/$1')",
      "01/2024",
    ),
    takes: ["text", "text", "text"],
    may: ["text"],
    gives: STRING,
    create: () => {
      const cache = new RegexCache();
      const replacements = new Prepared((template) => new Replacement(template));
      return (text, pattern, template, flags = "") =>
        cache.with(pattern, flags, text, (regex) => {
          const replacement = replacements.of(template);
          return hasGroup(regex, replacement.lastGroup)
            ? replaceMatches(text, regex, replacement)
            : noGroup(pattern, replacement.lastGroup);
        });
    },
    literalProblem: regexProblem({ flags: 3, replacement: 2 }),
  }),
  textFunction({
    name: "regexp_extract",
    document: documentOf(
      "REGEXP_EXTRACT(text, pattern [, group]) → STRING",
      "The first match, or a group of it (0 is the whole match); NULL where nothing matches.",
      "REGEXP_EXTRACT('id=42;', 'id=(\\d+)', 1)",
      "42",
    ),
    takes: ["text", "text"],
    may: ["whole"],
    gives: STRING,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern, group = 0) =>
        cache.with(pattern, "", text, (regex) => {
          if (!hasGroup(regex, group)) return noGroup(pattern, group);
          return groupsOf(text, regex, group, 1)[0] ?? null;
        });
    },
    literalProblem: regexProblem({ group: 2 }),
  }),
  textFunction({
    name: "regexp_extract_all",
    document: documentOf(
      "REGEXP_EXTRACT_ALL(text, pattern [, group]) → ARRAY<STRING>",
      "All matches, or a group of each (0 is the whole match).",
      "REGEXP_EXTRACT_ALL('7 panes, 12 windows', '\\d+')",
      '["7","12"]',
    ),
    takes: ["text", "text"],
    may: ["whole"],
    gives: texts,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern, group = 0) =>
        cache.with(pattern, "", text, (regex) =>
          hasGroup(regex, group)
            ? nestedText(groupsOf(text, regex, group, Infinity), texts)
            : noGroup(pattern, group),
        );
    },
    literalProblem: regexProblem({ group: 2 }),
  }),
  textFunction({
    name: "regexp_match",
    document: documentOf(
      "REGEXP_MATCH(text, pattern [, flags]) → ARRAY<STRING>",
      "The groups of the first match, or the whole match of a pattern without groups; NULL where nothing matches.",
      "REGEXP_MATCH('2024-01', '(\\d+)-(\\d+)')",
      '["2024","01"]',
      { spelling: { flink: null, ksqldb: null } },
    ),
    takes: ["text", "text"],
    may: ["text"],
    gives: texts,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern, flags = "") =>
        cache.with(pattern, flags, text, (regex) => firstGroups(text, regex));
    },
    literalProblem: regexProblem({ flags: 2 }),
  }),
  textFunction({
    name: "regexp_count",
    document: documentOf(
      "REGEXP_COUNT(text, pattern) → BIGINT",
      "How many matches there are.",
      "REGEXP_COUNT('7 panes, 12 windows', '\\d+')",
      "2",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "text"],
    gives: BIGINT,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern) =>
        cache.with(pattern, "", text, (regex) => groupsOf(text, regex, 0, Infinity).length);
    },
    literalProblem: regexProblem({}),
  }),
  textFunction({
    name: "regexp_instr",
    document: documentOf(
      "REGEXP_INSTR(text, pattern) → BIGINT",
      "Where the first match begins, counted in characters from 1; 0: nowhere.",
      "REGEXP_INSTR('pane 7', '\\d')",
      "6",
      { spelling: { ksqldb: null } },
    ),
    takes: ["text", "text"],
    gives: BIGINT,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern) => cache.with(pattern, "", text, (regex) => firstPosition(text, regex));
    },
    literalProblem: regexProblem({}),
  }),
  textFunction({
    name: "regexp_split_to_array",
    document: documentOf(
      "REGEXP_SPLIT_TO_ARRAY(text, pattern) → ARRAY<STRING>",
      "The parts between the matches.",
      "REGEXP_SPLIT_TO_ARRAY('a, b;c', '[,;] *')",
      '["a","b","c"]',
      { spelling: { flink: null } },
    ),
    takes: ["text", "text"],
    gives: texts,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern) =>
        cache.with(pattern, "", text, (regex) => nestedText(partsBetween(text, regex), texts));
    },
    literalProblem: regexProblem({}),
  }),
];

/** Refuses a literal pattern that is none, letters that are no flags, and groups that a literal pattern has not. */
function regexProblem(places: {
  readonly flags?: number;
  readonly replacement?: number;
  readonly group?: number;
}): LiteralProblem {
  return (literals) => {
    const at = (place: number | undefined): Value | undefined =>
      place === undefined ? undefined : literals[place];
    const flags = at(places.flags) ?? "";
    const flagged = compileRegex("", String(flags));
    if (typeof flagged === "string") return { argument: places.flags!, sentence: flagged };
    const [, pattern] = literals;
    if (typeof pattern !== "string") return null;
    const regex = compileRegex(pattern, String(flags));
    if (typeof regex === "string") return { argument: 1, sentence: regex };
    const group = at(places.group);
    if (typeof group === "bigint" && !hasGroup(regex, Number(group)))
      return { argument: places.group!, sentence: `The pattern has no group ${group}.` };
    const template = at(places.replacement);
    if (typeof template !== "string") return null;
    const { lastGroup } = new Replacement(template);
    return hasGroup(regex, lastGroup)
      ? null
      : { argument: places.replacement!, sentence: `The pattern has no group ${lastGroup}.` };
  };
}

function noGroup(pattern: string, group: number): Failure {
  return new Failure("BAD_ARGUMENT", `${quoted(pattern)} has no group ${group}`);
}
