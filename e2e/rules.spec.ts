import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

async function choose(page: Page, what: string, item: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Choose ${what}: `) }).click();
  await page.getByRole("menuitemradio", { name: new RegExp(`^${item}`) }).click();
}

/** The choice makes another query, which is run as far as the one before: to the end. */
async function chooseAndRun(playground: Playground, what: string, item: string): Promise<void> {
  await playground.loads(() => choose(playground.page, what, item));
  await playground.phase("finished");
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
  await expect(rules).toHaveAttribute("aria-expanded", "true");

  await chooseAndRun(playground, "rules", "Flink");
  await expect(rules).toHaveAccessibleName("Rules: flink");
  await expect(page.getByText("all read, 13 rows out")).toBeVisible();
  await expect.poll(() => playground.text()).toContain("'semantics' = 'flink'");
  await chooseAndRun(playground, "rules", "As written");
  await expect(rules).toHaveAccessibleName("Rules: velostream");
  await expect.poll(() => playground.text()).toBe(sql);

  await chooseAndRun(playground, "late records", "Drop them");
  await expect(playground.status).toContainText("dropped 2");
  await chooseAndRun(playground, "late records", "By the rules");
  await expect(playground.status).toContainText("dropped 1");

  for (const [kind, clause] of [
    ["Hopping", "SLIDING(ordered_at, 5s, 2500ms)"],
    ["Session", "SESSION(ordered_at, 5s)"],
    ["Cumulating", "CUMULATE(ordered_at, 2500ms, 5s)"],
    ["Tumbling", "TUMBLING(ordered_at, 5s)"],
  ] as const) {
    await chooseAndRun(playground, "window", kind);
    await expect.poll(() => playground.text()).toContain(`WINDOW ${clause}`);
    await expect(playground.status).toContainText("read 17");
  }
  await chooseAndRun(playground, "rows", "At each change");
  await expect(page.getByText("all read, 16 rows out")).toBeVisible();

  for (const [every, clause] of [
    ["Every 3 rows", "EVERY 3 ROWS"],
    ["Every 2 s", "EVERY 2 SECONDS"],
  ] as const) {
    await chooseAndRun(playground, "rows", every);
    await expect.poll(() => playground.text()).toContain(`EMIT ${clause}`);
    await expect(page.getByText(/^The query does not run so/)).toHaveCount(0);
  }

  for (const [strategy, value] of [
    ["Round robin", "round_robin"],
    ["Sticky", "sticky"],
    ["Fan-in", "fan_in"],
    ["Velostream's hash", "hash-velostream"],
    ["Smart", "smart"],
  ] as const) {
    await chooseAndRun(playground, "spread by", strategy);
    await expect.poll(() => playground.text()).toContain(`-- @partitioning_strategy: ${value}`);
    await expect(playground.status).toContainText("read 17");
  }
  await chooseAndRun(playground, "partitions", "1");
  await expect(playground.tab("Partitions")).toContainText("1");
  await chooseAndRun(playground, "rows", "At each change");
  await choose(page, "rules", "Flink");
  await expect(page.getByText(/^The query does not run so: Flink prints a window once/)).toBeVisible();
  await page.keyboard.press("Escape");
  await playground.editor.focus();
  for (let step = 0; step < 40 && (await playground.text()) !== sql; step++)
    await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => playground.text()).toBe(sql);
});

test("a phone has the rules behind its menu, in a sheet that takes the focus and gives it back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const playground = new Playground(page);
  await playground.open("?sample=late-orders");
  const more = page.getByRole("button", { name: "More", exact: true });
  const sheet = page.getByRole("dialog", { name: "Rules" });
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Rules: velostream" }).press("Enter");
  await expect(sheet).toBeFocused();
  await expect(sheet).toContainText("5 s in which a closed window is kept to be corrected");

  const window = sheet.getByRole("button", { name: /^Choose window: / });
  await window.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: /^Tumbling/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(window).toBeFocused();
  await window.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: /^Tumbling/ })).toBeFocused();
  await page.getByRole("menuitemradio", { name: /^Session/ }).press("Enter");
  await expect(window).toHaveAccessibleName("Choose window: Session");
  await expect.poll(() => playground.text()).toContain("WINDOW SESSION(ordered_at, 5s)");

  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(more).toBeFocused();
});
