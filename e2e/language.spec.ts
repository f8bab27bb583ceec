import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

const ksqldb = `SELECT city, COUNT(*) AS n
FROM orders WINDOW TUMBLING (SIZE 5 SECONDS)
GROUP BY city EMIT CHANGES;`;

test("a query of another engine is known by its forms, runs by that engine's rules, and can be fixed to one", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  const dialect = page.getByRole("button", { name: /^Dialect: / });
  await expect(dialect).toHaveAccessibleName("Dialect: Velostream, as written");

  await playground.write(ksqldb);
  await expect(dialect).toHaveAccessibleName("Dialect: ksqlDB, as written");
  await playground.run.click();
  await expect(page.getByRole("button", { name: /^Rules/ })).toContainText("ksqldb");

  await dialect.click();
  await page.getByRole("menuitemradio", { name: /^Flink SQL/ }).click();
  await expect(dialect).toHaveAccessibleName("Dialect: Flink SQL, fixed");
  await expect.poll(() => playground.text()).toBe(`-- @dialect: flink\n${ksqldb}`);
  await expect(playground.problems).toContainText("EMIT CHANGES");

  await dialect.click();
  await page.getByRole("menuitemradio", { name: /^As the query is written/ }).click();
  await expect.poll(() => playground.text()).toBe(ksqldb);
  await expect(dialect).toHaveAccessibleName("Dialect: ksqlDB, as written");
  await expect(playground.problems).toContainText("No problems");
});

test("a dialect that is fixed holds for the query of a script, behind its settings", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  const script = `SET 'late.data.strategy' = 'drop';\n${ksqldb}`;
  await playground.write(script);
  const dialect = page.getByRole("button", { name: /^Dialect: / });
  await expect(dialect).toHaveAccessibleName("Dialect: ksqlDB, as written");

  await dialect.click();
  await page.getByRole("menuitemradio", { name: /^RisingWave/ }).click();
  await expect.poll(() => playground.text()).toBe(`-- @dialect: risingwave\n${script}`);
  await expect(dialect).toHaveAccessibleName("Dialect: RisingWave, fixed");
});

test("values that cannot be computed are counted up to the position, with the first record and its example", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await playground.write("SELECT city, 10 / (LENGTH(city) - 4) AS share FROM orders");
  await playground.runQuery();
  await playground.runAll();
  await expect(playground.problems).toContainText("are NULL");
  await playground.whole("Changes");
  const rows = await playground.rows("Changes", ["city", "share"]);
  const failed = rows.filter((row) => row.endsWith("| NULL"));
  expect(failed.length).toBeGreaterThan(1);
  expect(failed.every((row) => row.split(" | ")[0]!.length === 4)).toBe(true);
  await expect(playground.problems).toContainText(
    `${failed.length} values are NULL: a division by zero has no value, first at #`,
  );
  await expect(playground.problems.locator("code")).toHaveText("10 / 0");

  const first = Number(/first at #(\d+)/.exec(await playground.problems.innerText())![1]);
  expect(rows.findIndex((row) => row.endsWith("| NULL"))).toBe(first);
  await page.getByRole("button", { name: /^To start/ }).click();
  await playground.position(0);
  await expect(playground.problems).toContainText("No problems");
});
