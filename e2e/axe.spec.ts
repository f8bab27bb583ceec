import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const colorScheme of ["light", "dark"] as const)
  for (const viewport of sizes)
    test(`no state of the page breaks a WCAG rule: ${colorScheme}, ${viewport.width} px wide`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      const phone = viewport.width < 900;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const playground = new Playground(page);
      await playground.open("?sample=late-orders-quiet-partition");
      if (!phone) await playground.monaco();
      await check(page, "initial");

      await page.getByRole("button", { name: /^Sample: / }).click();
      await expect(page.getByRole("menuitemradio", { checked: true })).toBeFocused();
      await check(page, "menu open");
      await page.keyboard.press("Escape");
      await openRules(page, phone);
      await check(page, "rules open");
      await page.getByRole("button", { name: /^Choose window: / }).click();
      await expect(page.getByRole("menuitemradio", { checked: true })).toBeFocused();
      await check(page, "a rule's choices open");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog", { name: "Rules" })).toBeHidden();
      await page
        .getByRole("group", { name: "Transport" })
        .or(page.getByRole("toolbar", { name: "Transport" }))
        .press("?");
      await expect(page.getByRole("dialog", { name: "Keys and words" })).toBeVisible();
      await check(page, "dialog open");
      await page.keyboard.press("Escape");

      await playground.runAll();
      const views = phone ? ["Streams", "Time map"] : [];
      for (const tab of [...views, "Results", "Changes", "Late", "Windows", "Partitions", "Charts"]) {
        await playground.tab(tab).click();
        if (!["Charts", "Partitions", "Time map"].includes(tab))
          await page.locator("[data-index]").first().waitFor();
        if (tab === "Charts") await page.locator(".recharts-line-curve").first().waitFor();
        await check(page, `finished, ${tab}`);
        if (tab !== "Partitions") continue;
        await page.getByRole("radio", { name: "Speed" }).check({ force: true });
        await playground.grid("Speed of partitions").locator("[data-index]").first().waitFor();
        await check(page, "finished, speed of partitions");
        await page.getByRole("radio", { name: "Queues" }).check({ force: true });
        await page.getByRole("region", { name: "Queues of partitions" }).waitFor();
        await check(page, "finished, queues of partitions");
      }
      await playground.tab("Compare").click();
      await page.getByText("Flink cannot run this query as it is written:").waitFor();
      await check(page, "a query that the other rules refuse");
      await playground.tab("Charts").click();
      await page.getByRole("button", { name: "Show as tables" }).click();
      await page.getByRole("grid", { name: "Late records by arrival" }).waitFor();
      await check(page, "charts as tables");
      if (phone) await playground.tab("Time map").click();
      await page
        .getByRole("button", { name: "Previous drop", exact: true })
        .or(page.getByRole("button", { name: "Next drop", exact: true }))
        .first()
        .click();
      await page.getByRole("button", { name: "Show as table", exact: true }).click();
      await page.getByRole("grid", { name: /^Time map as a table/ }).waitFor();
      await check(page, "map as a table");
      await page.getByRole("button", { name: "Show as map", exact: true }).click();
      await page.keyboard.press("Control+S");
      await page.getByRole("dialog", { name: "Share" }).waitFor();
      await check(page, "link shared");
      await page.keyboard.press("Escape");
      if (!phone) {
        await playground.loads(() => page.getByRole("switch", { name: "trace" }).click());
        for (const tab of ["Late", "Windows", "Charts"]) {
          await playground.tab(tab).click();
          await page.getByRole("button", { name: "Turn the trace on" }).first().waitFor();
          await check(page, `trace off, ${tab}`);
        }
      }
      await comparison(page, playground);
      if (phone) await playground.tab("SQL").click();
      await playground.write("SELECT citty FROM orders WHERE");
      await expect(playground.problems).toContainText("line 1");
      await check(page, "error shown");
    });

for (const colorScheme of ["light", "dark"] as const)
  for (const viewport of sizes)
    test(`no kind of window breaks a WCAG rule: ${colorScheme}, ${viewport.width} px wide`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const playground = new Playground(page);
      for (const [sample, read, seq] of [
        ["hopping-orders", 14, 13],
        ["merging-sessions", 25, 10],
      ] as const) {
        await playground.open(`?sample=${sample}`);
        await playground.step(read);
        if (viewport.width < 900) await playground.tab("Time map").click();
        await playground.chooseOnMap(seq);
        await check(page, `${sample}: #${seq}`);
        await playground.tab("Windows").click();
        await page.locator("[data-index]").first().waitFor();
        await check(page, `${sample}, Windows`);
      }
    });

/** A phone has the rules behind its menu. */
async function openRules(page: Page, phone: boolean): Promise<void> {
  if (phone) {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Rules: / }).click();
  } else await page.getByRole("button", { name: /^Rules: / }).click();
  await page.getByRole("dialog", { name: "Rules" }).getByText("event time", { exact: true }).waitFor();
}

/** Two presets side by side, on a query that both run. */
async function comparison(page: Page, playground: Playground): Promise<void> {
  if (await page.getByRole("switch", { name: "trace" }).isVisible())
    await playground.loads(() => page.getByRole("switch", { name: "trace" }).click());
  await playground.chooseSample("Late orders");
  await playground.runAll();
  await playground.tab("Compare").click();
  await page.getByRole("radio", { name: "ksqlDB" }).check({ force: true });
  await page.getByRole("region", { name: "Why they differ" }).getByRole("listitem").first().waitFor();
  for (const part of ["Differences 5", "All rows 13", "Orders 1"]) {
    await page.getByText(part).click();
    await page.locator("#result-panel, #phone-panel").locator("[data-index]").first().waitFor();
    await check(page, `compared, ${part}`);
  }
}

async function check(page: Page, state: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect
    .soft(
      violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")} ${failureSummary}`),
      ),
      state,
    )
    .toEqual([]);
  expect(passes.length, `${state}: rules that had something to check`).toBeGreaterThan(10);
}
