import { expect, test } from "vitest";
import { order, ordersQuery, recordStory } from "../../words/hand-made-story.ts";
import { lateExport } from "./late-export.ts";

test("CSV: one heading a column, times in ms, the limits, then the record's own values", () => {
  const { head, line } = lateExport("csv", ordersQuery);
  expect(head).toBe(
    "seq,verdict,dropped,partition,event_ms,arrival_ms,watermark_ms,behind_ms,window_start_ms,window_end_ms,windows,outcome,closed_by,expired_by,culprit,kept_with_lateness,kept_with_bound,ordered_at,arrived_at,city,amount",
  );
  expect(line(recordStory())).toBe(
    "28,dropped,expired,1,17500,32300,26400,8900,10000,20000,1,expired,22,25,25,> 6400,> 3400,17500,32300,sofia,71.50",
  );
});

test("CSV: commas, quotes and line ends are quoted, NULL is nothing", () => {
  const { line } = lateExport("csv", ordersQuery);
  expect(line(recordStory({ values: order(0, 0, 'a "b",\nc') }))).toContain(',"a ""b"",\nc",38.20');
  expect(line(recordStory({ values: order(0, 0, null) }))).toMatch(/,0,0,,38\.20$/);
});

test("NDJSON: one object a line; a column named like a fact keeps apart", () => {
  const query = { ...ordersQuery, input: [{ ...ordersQuery.input[2], name: "seq" }] };
  const { head, line } = lateExport("ndjson", query);
  expect(head).toBeNull();
  expect(JSON.parse(line(recordStory({ values: ["sofia"] })))).toMatchObject({
    seq: 28,
    seq_: "sofia",
    culprit: 25,
  });
});
