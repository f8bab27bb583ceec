import type { Regex } from "../regex/regex.ts";
import { type Answer, tooLong } from "./answer.ts";
import { indexAt } from "./code-points.ts";
import type { Replacement } from "./replacement.ts";
import { nestedText } from "../../data/nested-value.ts";
import { STRING, arrayOf } from "../../data/data-type.ts";
import { LONGEST_TEXT } from "../../data/longest-text.ts";

export function hasGroup(regex: Regex, group: number): boolean {
  return group >= 0 && group <= regex.groups;
}

/** A group of the matches, up to `most` of them; null where the group took no part in one. */
export function groupsOf(text: string, regex: Regex, group: number, most: number): (string | null)[] {
  const found: (string | null)[] = [];
  regex.forEachMatch(text, (positions) => {
    found.push(groupOf(text, positions, group));
    return found.length < most;
  });
  return found;
}

/** The groups of the first match as an ARRAY, or the whole match of an expression without groups. */
export function firstGroups(text: string, regex: Regex): string | null {
  let groups: string | null = null;
  regex.forEachMatch(text, (positions) => {
    const all = Array.from({ length: regex.groups + 1 }, (_, group) => groupOf(text, positions, group));
    groups = nestedText(all.length === 1 ? all : all.slice(1), arrayOf(STRING));
    return false;
  });
  return groups;
}

/** Where the first match begins, in characters from 1; 0: nowhere. */
export function firstPosition(text: string, regex: Regex): number {
  let position = 0;
  regex.forEachMatch(text, (positions) => {
    position = indexAt(text, positions[0]) + 1;
    return false;
  });
  return position;
}

/** The parts before, between and behind the matches; an empty match at an end of the text splits nothing. */
export function partsBetween(text: string, regex: Regex): readonly string[] {
  const parts: string[] = [];
  let end = 0;
  regex.forEachMatch(text, (positions) => {
    const [start, after] = positions;
    if (start === after && (start === 0 || start === text.length)) return true;
    parts.push(text.slice(end, start));
    end = after;
    return true;
  });
  return [...parts, text.slice(end)];
}

/** The text with its first match, or all of them, replaced. */
export function replaceMatches(text: string, regex: Regex, replacement: Replacement): Answer {
  let replaced = "";
  let end = 0;
  regex.forEachMatch(text, (positions) => {
    replaced += text.slice(end, positions[0]) + replacement.expand(text, positions);
    end = positions[1];
    return regex.all && replaced.length <= LONGEST_TEXT;
  });
  const whole = replaced + text.slice(end);
  return whole.length > LONGEST_TEXT && whole.length > text.length ? tooLong("REGEXP_REPLACE", text) : whole;
}

function groupOf(text: string, positions: Int32Array, group: number): string | null {
  return positions[2 * group] < 0 ? null : text.slice(positions[2 * group], positions[2 * group + 1]);
}
