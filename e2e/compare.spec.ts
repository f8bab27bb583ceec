import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

/** The cells of all rows of a small grid, in words: what only screen readers get is left out. */
async function cells(page: Page, grid: string, columns: number): Promise<readonly (readonly string[])[]> {
  return page.getByRole("grid", { name: grid }).evaluate(
    (table, count) =>
      [...table.querySelectorAll<HTMLElement>("[data-index]")]
        .toSorted((a, b) => Number(a.dataset["index"]) - Number(b.dataset["index"]))
        .map((row) =>
          [...row.querySelectorAll("td")].slice(0, count).map((cell) => {
            const copy = cell.cloneNode(true) as HTMLElement;
            for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
            return copy.textContent.trim();
          }),
        ),
    columns,
  );
}

/** The final rows of the query as it stands: window, city, orders. */
async function finalRows(playground: Playground): Promise<readonly string[]> {
  await playground.runQuery();
  await playground.runAll();
  await playground.whole("Results");
  return playground.rows("Results", ["window", "city", "orders"]);
}

test("Late orders under Velostream beside Flink: both columns are what runs of their own come to", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-orders");
  await playground.monaco();
  const sql = await playground.text();
  await playground.write(sql.replace("EMIT FINAL", "EMIT FINAL\nWITH ('semantics' = 'flink')"));
  const flink = await finalRows(playground);
  await playground.write(sql);
  const velostream = await finalRows(playground);
  expect([velostream.length, flink.length]).toEqual([13, 13]);

  await playground.tab("Compare").click();
  await expect(page.getByRole("status").filter({ hasText: "agree" })).toHaveText(
    "12 of 13 rows agree, 1 differs; 1 order counted under Velostream is dropped under Flink; 14 changes, 13 under Flink",
  );
  const causes = page.getByRole("region", { name: "Why they differ" });
  await expect(causes.getByRole("listitem")).toHaveText([
    /^1 row, 1 order and the changelog Declared lateness: Flink keeps closed windows only as long as the query itself says; Velostream lets a stream declare/,
  ]);

  await page.getByText("All rows 13").click();
  await expect.poll(async () => (await cells(page, "Compared rows", 5)).length).toBe(13);
  const rows = await cells(page, "Compared rows", 5);
  const side = (at: number): string[] =>
    rows.map(([, window, city, ...orders]) => `${window} | ${city} | ${orders[at]!.replace("≠ ", "")}`);
  expect(side(0)).toEqual(velostream);
  expect(side(1).toSorted()).toEqual([...flink].toSorted());
  for (const [fate, , , here, there] of rows) expect(fate).toBe(there === here ? "= agrees" : "≠ differs");
  expect(rows.filter(([fate]) => fate === "≠ differs")).toEqual([
    ["≠ differs", "[00:00, 00:05)", "sofia", "3", "≠ 2"],
  ]);

  await page.getByText("Orders 1").click();
  await expect
    .poll(() => cells(page, "orders with another fate", 6))
    .toEqual([["#11", "00:04.2", "00:10.7", "counted", "dropped", "declared lateness"]]);
  await page.getByRole("grid", { name: "orders with another fate" }).locator("[data-index='0']").click();
  await expect(page.locator("[data-mark=selected]").filter({ hasText: "00:10.7" })).toHaveCount(2);
});

test("a comparison follows the position, by keys alone, and says where it cannot be made", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-orders");
  await playground.tab("Compare").click();
  await playground.runAll();
  const summary = page.getByRole("status").filter({ hasText: /agree|no rows/ });
  await expect(summary).toContainText("12 of 13 rows agree");
  await page.getByRole("radio", { name: "Flink" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "ksqlDB" })).toBeChecked();
  await expect(summary).toHaveText(
    "8 of 13 rows agree, 1 differs, 4 only under Velostream; 1 order counted under Velostream is dropped under ksqlDB; 14 changes, 9 under ksqlDB",
  );
  await page.getByRole("button", { name: "To start" }).click();
  await playground.position(0);
  await expect(summary).toHaveText(
    "no rows on either side; every order is counted or dropped alike; 0 changes under both",
  );
  await expect(playground.panel).toContainText("at 0 orders read");

  await playground.chooseSample("Late flights");
  await page.getByRole("radio", { name: "Flink" }).check({ force: true });
  await expect(playground.panel).toContainText("Flink cannot run this query as it is written:");
  await page.getByRole("button", { name: "line 9", exact: true }).click();
  await expect(playground.editor).toBeFocused();
});

test("a row that only the other run has leads to its records here, and says what there is of it", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-orders");
  await playground.monaco();
  await playground.tab("Compare").click();
  await playground.write(
    "SELECT city, COUNT(*) AS n FROM orders GROUP BY city WINDOW SESSION(ordered_at, 4s) EMIT FINAL",
  );
  await playground.runQuery();
  await playground.runAll();
  await page.getByRole("radio", { name: "RisingWave" }).check({ force: true });
  const row = page.getByRole("grid", { name: "Compared rows" }).locator("[data-index='0']");
  await expect(row).toContainText("only RisingWave");
  await row.click();
  await expect(row).toHaveAttribute("data-mark", "selected");
  await expect(playground.panel).toContainText(
    "Velostream has no session [00:01.1, 00:06.0): 4 orders of that time are counted in other sessions",
  );
  await page.getByRole("button", { name: "To start" }).click();
  await playground.position(0);
  await expect(playground.panel).not.toContainText("has no session");
});
