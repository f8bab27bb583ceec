import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

const quiet = "?sample=late-orders-quiet-partition";

/** The numbers of one column. */
async function numbers(playground: Playground, column: string): Promise<readonly number[]> {
  const cells = await playground.rows("Partitions", [column]);
  return cells.map((cell) => Number(cell.replaceAll(",", "")));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

test("what the partitions got adds up to the ledger, and each says what moved its watermark", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.runAll();
  const ledger = await playground.ledger();
  await playground.tab("Partitions").click();
  await playground.grid("Partitions").locator("[data-index='2']").waitFor();
  expect(sum(await numbers(playground, "orders"))).toBe(ledger.read - ledger.malformed - ledger.skipped);
  expect(sum(await numbers(playground, "dropped"))).toBe(ledger.dropped);
  expect(await playground.rows("Partitions", ["keys", "orders", "share", "moved by"])).toEqual([
    "berlin, osaka | 18 | 37 % | #48",
    "sofia, kyoto | 22 | 45 % | #45",
    "lima | 9 | 18 % | #44",
  ]);
  await playground.grid("Partitions").getByRole("button", { name: "record #45" }).click();
  await expect(playground.grid("Partitions").locator("[data-mark='lit']")).toContainText("sofia, kyoto");
});

test("the speed of a run is told whole: queues that are empty again, rates and percentiles", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-flights");
  await playground.runAll();
  await playground.tab("Partitions").click();
  await page.getByRole("radio", { name: "Speed" }).check({ force: true });
  const speed = playground.grid("Speed of partitions");
  await speed.locator("[data-index='3']").waitFor();
  const ended = /^0 of 32,768 \| healthy \| [\d,]+ \| [\d.,]+(\/s| M\/s) \| ([\d.]+ m?s)?$/;
  await expect
    .poll(() => playground.rows("Speed of partitions", ["queue", "state", "peak", "flights", "p99"]))
    .toEqual(Array.from({ length: 4 }, () => expect.stringMatching(ended)));
  await expect(playground.panel.getByText(/^20,000 flights in [\d.]+ m?s, /)).toHaveText(
    /record to row p50 [\d.]+ m?s, p95 [\d.]+ m?s, p99 [\d.]+ m?s · results not taken 0 of 65,536, healthy · source waited/,
  );
});

test("queues are shown as they would fill were records some work, and a full one holds the source back", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.runAll();
  await playground.tab("Partitions").click();
  await page.getByRole("radio", { name: "Queues" }).check({ force: true });
  const queues = page.getByRole("region", { name: "Queues of partitions" });
  await queues.getByRole("spinbutton", { name: /ms of work/ }).fill("0");
  await expect(queues.getByRole("row").nth(2)).toContainText(/0 of 4, peak 0\s*healthy/);
  await expect(playground.panel.getByText("no queue held the source back")).toBeVisible();
  await queues.getByRole("spinbutton", { name: /ms of work/ }).fill("60000");
  await queues.getByRole("spinbutton", { name: "in a queue of" }).fill("2");
  await expect(queues.getByRole("row").nth(2)).toContainText(/2 of 2, peak 2\s*saturated/);
  await expect(playground.panel.getByText(/full queues held \d+ orders back at the source/)).toBeVisible();
});

test("a partition that has far more than the others is named, with what to do about it", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.monaco();
  await playground.write(
    "-- @num_partitions: 4\nSELECT amount > 0 AS paid, COUNT(*) AS n FROM orders\nGROUP BY amount > 0 WINDOW TUMBLING(ordered_at, 10s) EMIT CHANGES",
  );
  await playground.runQuery();
  await playground.runAll();
  await playground.tab("Partitions").click();
  await expect(playground.panel.getByText(/100 % of the orders, 4\.0 times the mean/)).toContainText(
    "All are of one paid, true: more partitions do not spread them",
  );
  await expect(playground.panel.getByText(/^skew 4\.0/)).toBeVisible();
});
