import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

const sizes = [
  { width: 1440, height: 900 },
  { width: 1440, height: 790 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

for (const viewport of sizes)
  test(`nothing is cut or scrolls sideways at ${viewport.width} x ${viewport.height}`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.setViewportSize(viewport);
    const playground = new Playground(page);
    for (const sample of ["late-orders-quiet-partition", "late-flights"])
      await test.step(sample, async () => {
        await playground.open(`?sample=${sample}`);
        if (viewport.width >= 900) await playground.monaco();
        await expectWhole(page, `${sample} at the start`);
        await page.getByRole("button", { name: /^Sample: / }).click();
        await page.getByRole("menuitemradio", { checked: true }).waitFor();
        await expectWhole(page, `${sample}, menu open`);
        await page.keyboard.press("Escape");
        if (viewport.width < 900) {
          await page.getByRole("button", { name: "More", exact: true }).click();
          await page.getByRole("menuitem", { name: /^Rules: / }).click();
        } else await page.getByRole("button", { name: /^Rules: / }).click();
        await page.getByRole("button", { name: /^Choose partitions: / }).waitFor();
        await expectWhole(page, `${sample}, rules open`);
        await page.keyboard.press("Escape");
        await playground.runAll();
        const views = viewport.width < 900 ? ["SQL", "Streams", "Time map"] : [];
        for (const tab of [...views, "Results", "Changes", "Late", "Windows", "Partitions", "Charts"]) {
          await playground.tab(tab).click();
          if (!["SQL", "Charts", "Time map"].includes(tab))
            await playground.panel.locator("[data-index]").first().waitFor();
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            await expectWhole(page, `${sample}, ${tab}, ${colorScheme}`);
          }
        }
      });
    expect(complaints).toEqual([]);
  });

/** The document fits its width, no cell or menu item is clipped, and no control stands outside the page or over another. */
async function expectWhole(page: Page, state: string): Promise<void> {
  const wrong = (): Promise<string[]> =>
    page.evaluate(() => {
      const found: string[] = [];
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
      if (scrollHeight > clientHeight) found.push(`the page is ${scrollHeight} px high in ${clientHeight}`);
      for (const cell of document.querySelectorAll<HTMLElement>("td, th, [role=gridcell]"))
        if (cell.scrollWidth > cell.clientWidth + 1)
          found.push(`cell ${cell.textContent}: ${cell.scrollWidth} px in ${cell.clientWidth}`);
      for (const item of document.querySelectorAll<HTMLElement>(":popover-open [role^=menuitem]"))
        if (item.scrollHeight > item.clientHeight + 1 || item.scrollWidth > item.clientWidth + 1)
          found.push(`item ${item.textContent} does not fit its box`);
      for (const card of document.querySelectorAll<HTMLElement>("dialog:popover-open")) {
        if (card.scrollWidth > card.clientWidth)
          found.push(`${card.ariaLabel}: ${card.scrollWidth} px in ${card.clientWidth}`);
        const entries = [...card.querySelectorAll("dt, dd button")].map((entry) =>
          entry.getBoundingClientRect(),
        );
        for (const [at, one] of entries.entries())
          if (
            entries
              .slice(at + 1)
              .some(
                (other) =>
                  one.left < other.right - 1 &&
                  other.left < one.right - 1 &&
                  one.top < other.bottom - 1 &&
                  other.top < one.bottom - 1,
              )
          )
            found.push(`an entry of ${card.ariaLabel} lies over another at ${one.left}, ${one.top}`);
      }
      for (const button of document.querySelectorAll<HTMLElement>(
        "header button, [aria-label=Transport] button, footer button",
      )) {
        const { left, right, top, bottom, width } = button.getBoundingClientRect();
        if (width === 0) continue;
        const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        // What an open menu lies over is meant to be under it.
        if (at?.closest(":popover-open")) continue;
        if (!at || !(button.contains(at) || at.contains(button)))
          found.push(`${button.ariaLabel ?? button.textContent} is covered or outside`);
      }
      return found;
    });
  await expect.configure({ soft: true }).poll(wrong, state).toEqual([]);
}
