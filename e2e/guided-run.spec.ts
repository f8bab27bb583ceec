import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Playground } from "./playground.ts";

/** Opens the page as nobody has seen it before. */
async function firstVisit(page: Page): Promise<Playground> {
  const playground = new Playground(page);
  await page.goto("./");
  await playground.phase("paused");
  await expect(
    page.getByText("Each ring is an order on its way: press Play and watch which ones are counted."),
  ).toBeVisible();
  return playground;
}

const rules = (page: Page): ReturnType<Page["getByRole"]> => page.getByRole("button", { name: /^Rules/ });

test("the first run shows what there is to see, and pauses once behind the first drop with one number", async ({
  page,
}) => {
  const playground = await firstVisit(page);
  await expect(rules(page)).toHaveCount(0);
  await expect(page.getByRole("tab")).toHaveText(["Results", "Changes", "Late"]);
  await playground.play.focus();
  await page.keyboard.press(" ");
  const playOn = page.getByRole("button", { name: "Play on" });
  await expect(playOn).toBeFocused();
  await playground.position(14);
  await playground.phase("paused");
  await expect(
    page.getByRole("region", { name: /^This order was dropped ?: it came 0\.9 s too late\.$/ }),
  ).toContainText("Its window had expired, so it is counted nowhere.");
  await expect(page.locator("figure").getByText("0.9 s", { exact: true })).toBeVisible();
  for (const sentence of [
    "A dot is an order: across, when it was placed; up, when it arrived.",
    "A window counts the orders placed in the same 5 s.",
    "Watermark: no older order is expected any more.",
    "The watermark passed 00:05: the window closes and its rows go out.",
    "Late, yet counted: a closed window waits 5 s and its row is corrected.",
  ])
    await expect(page.locator("figure p").filter({ hasText: sentence })).toBeVisible();

  await playOn.press("Enter");
  await playground.phase("finished");
  await expect(rules(page)).toBeVisible();
  await page.reload();
  await playground.phase("paused");
  await expect(rules(page)).toBeVisible();
});

test("Escape closes the story and leaves it paused; stepping back hides what is not true yet", async ({
  page,
}) => {
  const playground = await firstVisit(page);
  await playground.play.click();
  await page.getByRole("button", { name: "Play on" }).waitFor();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Play on" })).toHaveCount(0);
  await playground.phase("paused");
  const told = page.locator("figure p").filter({ hasText: "it came 0.9 s too late." });
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Back one record" }).click();
  await playground.position(13);
  await expect(told).toHaveCount(0);
});

test("the whole story ends the first run with the record chosen; help brings the first run back", async ({
  page,
}) => {
  const playground = await firstVisit(page);
  await playground.play.click();
  await page.getByRole("button", { name: "Show the whole story" }).click();
  await expect(rules(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Order #13 was dropped" })).toBeVisible();
  await page.getByRole("button", { name: "Keys and words" }).click();
  await page.getByRole("button", { name: "Show the first run again" }).click();
  await expect(rules(page)).toHaveCount(0);
  await playground.position(0);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`no state of the first run breaks a WCAG rule, ${width} px wide`, async ({ page }) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const violations = async (): Promise<unknown> =>
      (await new AxeBuilder({ page }).withTags(tags).analyze()).violations;
    await page.setViewportSize({ width, height });
    const playground = await firstVisit(page);
    expect(await violations()).toEqual([]);
    await playground.play.click();
    await page.getByRole("button", { name: "Play on" }).waitFor();
    for (const colorScheme of ["light", "dark"] as const) {
      // Colours on their way from one scheme to the other are neither's.
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await violations()).toEqual([]);
    }
    await page.getByRole("button", { name: "expired", exact: true }).click();
    await page.getByRole("note").waitFor();
    expect(await violations()).toEqual([]);
  });
