import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

async function choose(page: Page, what: string, item: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Choose ${what}: `) }).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${item}`) }).click();
}

test("presets, windows, emission, late policies and strategies are chosen by what they do, and undone", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-orders");
  await playground.monaco();
  const sql = await playground.text();
  await playground.runAll();
  const rules = page.getByRole("button", { name: /^Rules: / });
  await rules.click();

  await choose(page, "rules", "Flink");
  await expect(rules).toHaveAccessibleName("Rules: flink");
  await playground.phase("finished");
  await expect(page.getByText("all read, 13 rows out")).toBeVisible();
  await expect.poll(() => playground.text()).toContain("'semantics' = 'flink'");
  await choose(page, "rules", "As written");
  await expect(rules).toHaveAccessibleName("Rules: velostream");
  await expect.poll(() => playground.text()).toBe(sql);

  await choose(page, "late records", "Drop them");
  await expect(playground.status).toContainText("dropped 2");
  await choose(page, "late records", "By the rules");
  await expect(playground.status).toContainText("dropped 1");

  for (const [kind, clause] of [
    ["Hopping", "SLIDING(ordered_at, 5s, 2500ms)"],
    ["Session", "SESSION(ordered_at, 5s)"],
    ["Cumulating", "CUMULATE(ordered_at, 2500ms, 5s)"],
    ["Tumbling", "TUMBLING(ordered_at, 5s)"],
  ] as const) {
    await choose(page, "window", kind);
    await expect.poll(() => playground.text()).toContain(`WINDOW ${clause}`);
    await playground.phase("finished");
    await expect(playground.status).toContainText("read 17");
  }
  await choose(page, "rows", "At each change");
  await expect(page.getByText("all read, 16 rows out")).toBeVisible();

  for (const [every, clause] of [
    ["Every 3 rows", "EVERY 3 ROWS"],
    ["Every 2 s", "EVERY 2 SECONDS"],
  ] as const) {
    await choose(page, "rows", every);
    await expect.poll(() => playground.text()).toContain(`EMIT ${clause}`);
    await playground.phase("finished");
    await expect(page.getByText(/^The query does not run so/)).toHaveCount(0);
  }

  for (const [strategy, value] of [
    ["Round robin", "round_robin"],
    ["Sticky", "sticky"],
    ["Fan-in", "fan_in"],
    ["Velostream's hash", "hash-velostream"],
    ["Smart", "smart"],
  ] as const) {
    await choose(page, "spread by", strategy);
    await expect.poll(() => playground.text()).toContain(`-- @partitioning_strategy: ${value}`);
    await playground.phase("finished");
    await expect(playground.status).toContainText("read 17");
  }
  await choose(page, "partitions", "1");
  await expect(playground.tab("Partitions")).toContainText("1");
  await choose(page, "rows", "At each change");
  await choose(page, "rules", "Flink");
  await expect(page.getByText(/^The query does not run so: Flink prints a window once/)).toBeVisible();
  await page.keyboard.press("Escape");
  await playground.editor.focus();
  for (let step = 0; step < 40 && (await playground.text()) !== sql; step++)
    await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => playground.text()).toBe(sql);
});
