import { expect, test } from "vitest";
import type { RunState } from "./run-state.ts";
import { nothingRun } from "./run-state.ts";
import { StateFeed } from "./state-feed.ts";

/** A feed whose clock and listener the test moves. */
function underTest() {
  const seen: number[] = [];
  const taking: (() => void)[] = [];
  let clock = 0;
  let position = 0;
  const state = (): RunState => ({
    ...nothingRun({ count: 1, ready: 1, shared: false }),
    position,
  });
  const feed = new StateFeed(() => clock, state);
  return {
    feed,
    seen,
    taking,
    pass: (ms: number, to: number) => {
      clock += ms;
      position = to;
    },
    slow: (shown: RunState) => {
      seen.push(shown.position);
      return new Promise<void>((resolve) => void taking.push(resolve));
    },
  };
}

const turn = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("a listener that takes a state at once is told of each, at most once a frame", async () => {
  const { feed, seen, pass } = underTest();
  feed.listen(({ position }) => seen.push(position));
  pass(20, 1);
  feed.publish();
  pass(1, 2);
  feed.publish();
  expect(seen).toEqual([0, 1]);
  await turn(30);
  expect(seen).toEqual([0, 1, 2]);
});

test("no second state is sent before the first is taken; then the newest alone is", async () => {
  const { feed, seen, taking, pass, slow } = underTest();
  feed.listen(slow);
  for (let position = 1; position <= 50; position++) {
    pass(20, position);
    feed.publish();
    feed.send();
  }
  expect(seen).toEqual([0]);
  taking[0]!();
  await turn();
  expect(seen).toEqual([0, 50]);
  taking[1]!();
  await turn();
  expect(seen).toEqual([0, 50]);
});

test("a listener that does not take a state for a quarter of a second slows the run, until it takes it", async () => {
  const { feed, taking, pass, slow } = underTest();
  feed.listen(slow);
  expect(feed.ready()).toBeNull();
  pass(249, 1);
  expect(feed.ready()).toBeNull();
  pass(1, 1);
  const ready = feed.ready();
  expect(ready).not.toBeNull();
  taking[0]!();
  await ready;
  expect(feed.ready()).toBeNull();
});

test("a listener that fails has had its state: the next is sent all the same", async () => {
  const { feed, seen, pass } = underTest();
  feed.listen(({ position }) => {
    seen.push(position);
    return Promise.reject(new Error("The page is gone."));
  });
  pass(20, 1);
  feed.publish();
  await turn();
  expect(seen).toEqual([0, 1]);
});
