import { expect, test, type Locator, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

test("a journey by keyboard alone: sample, transport, tabs, table, keys", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  const sample = page.getByRole("button", { name: /^Sample: / });

  await tabTo(page, sample);
  await page.keyboard.press("Enter");
  const chosen = page.getByRole("menuitemradio", { checked: true });
  await expect(chosen).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu", { name: /^Sample: / })).toBeHidden();
  await expect(sample).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chosen).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await playground.loads(() => page.keyboard.press("Enter"));
  await expect(sample).toHaveAccessibleName("Sample: Late orders, one quiet partition");
  await expect(sample).toBeFocused();
  await page.locator("[data-phase=paused][data-position='0']").waitFor();

  await tabTo(page, playground.editor);
  await page.keyboard.press("Control+M");
  await tabTo(page, playground.play);
  await page.keyboard.press("Space");
  await playground.phase("playing");
  await expect(playground.app).toHaveAttribute("data-position", /^[1-9]/);
  await expect(playground.pause).toBeFocused();
  await page.keyboard.press("Space");
  await playground.phase("paused");
  const position = Number(await playground.app.getAttribute("data-position"));
  await page.keyboard.press(".");
  await expect(playground.app).toHaveAttribute("data-position", String(position + 1));
  await page.keyboard.press("]");
  await expect(page.getByRole("button", { name: "Speed: 2×" })).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("button", { name: "Speed: 1×" })).toBeVisible();
  await tabTo(page, page.getByRole("slider", { name: "Position in the stream" }));
  await page.keyboard.press("ArrowRight");
  await expect(playground.app).toHaveAttribute("data-position", String(position + 2));
  await page.keyboard.press("ArrowLeft");
  await expect(playground.app).toHaveAttribute("data-position", String(position + 1));
  await page.keyboard.press("Home");
  await expect(playground.app).toHaveAttribute("data-position", "0");
  await page.keyboard.press("End");
  await playground.phase("finished");

  await tabTo(page, playground.tab("Results"), "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(playground.tab("Late")).toBeFocused();
  await expect(playground.tab("Late")).toHaveAttribute("aria-selected", "true");
  const late = playground.grid("Late records");
  await expect(late).toHaveAttribute("aria-rowcount", "12");
  await tabTo(page, late);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => active(late)).toBe("47");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Order #47 was dropped" })).toBeVisible();
  await expect(playground.grid("Records of orders").locator("[aria-selected=true]")).toHaveAttribute(
    "data-index",
    "47",
  );
  await page.keyboard.press("Home");
  await expect.poll(() => active(late)).toBe("12");

  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys and words" });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(late).toBeFocused();
});

test("a journey through time by keyboard alone: play, next drop, why, its culprit, a step back, share", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-orders-quiet-partition");
  await playground.monaco();
  await tabTo(page, playground.editor);
  await page.keyboard.press("Control+M");
  await tabTo(page, playground.play);
  await page.keyboard.press("Space");
  await playground.phase("playing");
  await page.keyboard.press("Space");
  await playground.phase("paused");
  await page.keyboard.press("d");
  await playground.position(22);
  const story = page.getByRole("article");
  await expect(story).toContainText("Order #21 was dropped");
  await expect(story.getByRole("paragraph").first()).toHaveText(
    /^Event 00:08\.6, arrived 00:24\.1\. Its window \[00:00, 00:10\) .* when #19 .* moved C's watermark/,
  );
  await tabTo(page, story.getByRole("button", { name: /#19/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(story).toContainText("Order #19 was");
  await tabTo(page, playground.play);
  await page.keyboard.press(",");
  await playground.position(21);
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("dialog", { name: "Share" })).toContainText(
    "paused after 21 orders, with #19 selected",
  );
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Share" })).toBeHidden();
});

test("the keys of the transport do nothing elsewhere, and those of the page nothing while one types", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await page.getByRole("button", { name: /^Theme: / }).focus();
  for (const key of [".", "End", "Home", "]", "["]) await page.keyboard.press(key);
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" -- ?.");
  await expect.poll(() => playground.text()).toMatch(/EMIT FINAL; -- \?\.$/);
  await expect(page.getByRole("dialog", { name: "Keys and words" })).toBeHidden();
  await expect(playground.app).toHaveAttribute("data-position", "0");
  await expect(playground.app).toHaveAttribute("data-phase", "paused");
  await expect(page.getByRole("button", { name: "Speed: 4×" })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+Enter");
  await playground.phase("playing");
  await expect.poll(() => playground.text()).toMatch(/EMIT FINAL; -- \?\.$/);
});

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`60 presses of ${key} do not reach ${String(target)}`);
}

/** Text of the cell that the keyboard is at. */
async function active(grid: Locator): Promise<string | undefined> {
  return grid.evaluate((table) =>
    document.getElementById(table.getAttribute("aria-activedescendant") ?? "")?.textContent.trim(),
  );
}
