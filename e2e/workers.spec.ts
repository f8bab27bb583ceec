import { expect, test, type Browser } from "@playwright/test";
import { Playground } from "./playground.ts";

const columns = [
  "kind",
  "pane",
  "reason",
  "window",
  "city",
  "orders",
  "revenue",
  "biggest",
  "cause",
  "watermark then",
];
const flightColumns = [
  "kind",
  "pane",
  "window",
  "origin",
  "flights",
  "mean_delay",
  "cause",
  "watermark then",
];
/** First rows of the stretches that are compared, of 3,484. */
const stretches = [0, 17, 1_000, 1_741, 2_500, 3_479];

/** Law 3. This test opens both servers itself. */
test("the same rows in the same order with one worker or two, isolated or not", async ({ browser }, {
  config,
}) => {
  test.slow();
  const runs = [];
  for (const { name, use } of config.projects)
    for (const workers of [1, 2])
      runs.push({ name: `${name}, ${workers}`, ...(await rowsOf(browser, String(use.baseURL), workers)) });

  const [first, ...others] = runs;
  expect(first?.changes).toHaveLength(73);
  expect(first?.changes[35]).toBe(
    "+U | late | correction | [00:10, 00:20) | lima | 3 | 60.10 | 30.00 | #26 | 00:22.6 C",
  );
  expect(first?.results).toHaveLength(27);
  expect(first?.flights).toHaveLength(30);
  expect(first?.flights[0]).toBe(
    "+I | early | [2001-01-01, 2001-01-02) | LAX | 1 | -19.000 | #10 | 2001-01-01T06:33Z A",
  );
  expect(others).toHaveLength(3);
  for (const other of others)
    expect(other, other.name).toEqual({ ...first, name: other.name, status: other.status });
  expect(runs.map(({ name, status }) => `${name}: ${status}`)).toEqual([
    "isolated, 1: workers 1/1 isolated yes",
    "isolated, 2: workers 2/2 isolated yes",
    "plain, 1: workers 1/1 isolated no",
    "plain, 2: workers 2/2 isolated no",
  ]);
});

async function rowsOf(browser: Browser, baseURL: string, workers: number) {
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 } });
  const playground = new Playground(page);
  await playground.open(`?workers=${workers}&sample=late-orders-quiet-partition`);
  await expect(playground.status).toContainText(`workers ${workers}/${workers}`);
  const status = /workers \d+\/\d+\s+isolated \w+/
    .exec(await playground.status.innerText())?.[0]
    .replace(/\s+/g, " ");
  await playground.runAll();
  const ledger = await playground.ledger();
  await playground.tab("Changes").click();
  await expect.poll(() => playground.rowCount("Changes")).toBe(73);
  const changes = await playground.rows("Changes", columns);
  await playground.tab("Results").click();
  await expect.poll(() => playground.rowCount("Results")).toBe(27);
  const results = await playground.rows("Results", ["window", "city", "orders", "revenue", "state", "by"]);

  await playground.chooseSample("Late flights");
  await playground.runAll();
  const flightLedger = await playground.ledger();
  await playground.tab("Changes").click();
  await expect.poll(() => playground.rowCount("Changes")).toBe(3_484);
  const flights = [];
  for (const from of stretches)
    flights.push(...(await playground.rows("Changes", flightColumns, from, from + 5)));
  await page.close();
  return { status, ledger, changes, results, flightLedger, flights };
}
