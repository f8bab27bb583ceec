import { beforeEach, describe, expect, test, vi } from "vitest";
import { lateOrdersMirror } from "./late-orders-mirror.ts";

const starter = "SELECT city FROM orders;";
const samples = [
  { id: "late-orders", query: starter },
  { id: "late-flights", query: "SELECT 1;" },
];

let kept: Map<string, string>;

/** The page as it loads at an address. */
async function visit({ hash = "", search = "" } = {}) {
  vi.resetModules();
  vi.stubGlobal("location", { hash, search });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.doMock("../engine/use-trace.ts", () => ({ mirror: lateOrdersMirror() }));
  const store = await import("./first-run-store.ts");
  const { useDocument } = await import("../session/document-store.ts");
  const { useRun } = await import("../session/run-store.ts");
  const { useSelection } = await import("../session/selection-store.ts");
  const { SEEN_KEY } = await import("./seen-key.ts");
  return {
    store,
    on: () => store.useFirstRunState.getState().on,
    seen: () => kept.has(SEEN_KEY),
    document: (change: object) => useDocument.setState(change),
    run: (phase: string, position: number) => useRun.setState({ state: { phase, position } as never }),
    chosen: () => useSelection.getState().target,
  };
}

beforeEach(() => {
  kept = new Map();
});

describe("the first run is on", () => {
  test("at a first visit, and the sample with its own query keeps it on", async () => {
    const page = await visit();
    page.document({ samples, sampleId: "late-orders", sql: starter, ranSql: starter });
    page.run("playing", 5);
    expect(page.on()).toBe(true);
    expect(page.seen()).toBe(false);
  });

  test("never with a link, with a sample in the address, or once it was seen", async () => {
    expect((await visit({ hash: "#v1.j.e30" })).on()).toBe(false);
    expect((await visit({ search: "?sample=late-orders" })).on()).toBe(false);
    expect((await visit({ search: "?theme=dark" })).on()).toBe(true);
    kept.set("windowpane.seen", "yes");
    expect((await visit()).on()).toBe(false);
  });
});

describe("it ends for good", () => {
  test.each([
    ["another sample", { sampleId: "late-flights" }],
    ["a file", { file: { name: "a.csv", starter } }],
    ["another query that was run", { ranSql: "SELECT 2;" }],
  ])("with %s", async (_, change) => {
    const page = await visit();
    page.document({ samples, sampleId: "late-orders", sql: starter, ranSql: starter });
    page.document(change);
    expect(page.on()).toBe(false);
    expect((await visit()).on()).toBe(false);
  });

  test("with the end of the replay, but not with a query that is only typed", async () => {
    const page = await visit();
    page.document({ samples, sampleId: "late-orders", sql: "SELECT 2;", ranSql: starter });
    expect(page.on()).toBe(true);
    page.run("finished", 17);
    expect(page.on()).toBe(false);
    expect(page.seen()).toBe(true);
  });

  test("with the whole story, which chooses the dropped record", async () => {
    const page = await visit();
    page.store.showWholeStory();
    expect(page.on()).toBe(false);
    expect(page.chosen()).toEqual({ kind: "record", seq: 13 });
  });
});

test("Play pauses behind the first drop, once, and not where it lies behind already", async () => {
  const page = await visit();
  page.run("paused", 0);
  expect(page.store.pauseAt()).toBe(14);
  page.run("paused", 15);
  expect(page.store.pauseAt()).toBeUndefined();
  page.run("paused", 3);
  page.store.closeDropStory();
  expect(page.store.pauseAt()).toBeUndefined();
});

test("it comes again when asked for, and tells of the drop again", async () => {
  const page = await visit();
  page.store.closeDropStory();
  page.run("finished", 17);
  const chosen: string[] = [];
  await page.store.askAgain(async (sample) => {
    chosen.push(sample);
    page.run("paused", 0);
  });
  expect(chosen).toEqual(["late-orders"]);
  expect([page.on(), page.seen(), page.store.pauseAt()]).toEqual([true, false, 14]);
});
