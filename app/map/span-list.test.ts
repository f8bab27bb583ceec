import { expect, test } from "vitest";
import { type Span, SpanList } from "./span-list.ts";

function seenIn<Item extends Span>(list: SpanList<Item>, from: number, to: number): Item[] {
  const seen: Item[] = [];
  list.visit(from, to, (item) => {
    seen.push(item);
    return false;
  });
  return seen;
}

test("of many spans only those near the time that is asked for are looked at", () => {
  const list = new SpanList<Span>();
  let looks = 0;
  for (let i = 0; i < 10_000; i++)
    list.add({
      start: 10 * i,
      get end() {
        looks++;
        return 10 * i + 5;
      },
    });
  looks = 0;
  expect(seenIn(list, 50_000, 50_100)).toHaveLength(10);
  expect(looks).toBeLessThan(20);
});

test("a span touches [from, to) where it begins before `to` and ends behind `from`; the latest start comes first", () => {
  const list = new SpanList<Span>();
  const [long, middle, short] = [
    { start: 0, end: 100 },
    { start: 20, end: 30 },
    { start: 20, end: 25 },
  ];
  for (const span of [middle, long, short]) list.add(span);
  expect(seenIn(list, 0, 20)).toEqual([long]);
  expect(seenIn(list, 25, 30)).toEqual([middle, long]);
  expect(seenIn(list, 30, 99)).toEqual([long]);
  expect(seenIn(list, 100, 200)).toEqual([]);
  expect(seenIn(list, 21, 22)).toHaveLength(3);
});

test("a span with other bounds is found by these", () => {
  const list = new SpanList<Span>();
  const span = { start: 50, end: 60 };
  for (const other of [{ start: 10, end: 20 }, span, { start: 50, end: 60 }]) list.add(other);
  list.remove(span);
  span.start = 0;
  list.add(span);
  expect(seenIn(list, 0, 10)).toEqual([span]);
  list.remove(span);
  span.end = 500;
  list.add(span);
  expect(seenIn(list, 400, 410)).toEqual([span]);
});
