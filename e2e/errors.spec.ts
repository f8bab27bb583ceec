import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

const query = (select: string, window: string): string => `-- mine
SELECT ${select}, COUNT(*) AS orders
FROM orders
GROUP BY city
WINDOW ${window}
EMIT FINAL;`;

/** By hand: no window of 10 s has expired when its late orders come, so all seventeen are counted. */
const inWindowsOfTen = [
  "[00:00, 00:10) | sofia | 5",
  "[00:00, 00:10) | kyoto | 3",
  "[00:00, 00:10) | berlin | 2",
  "[00:00, 00:10) | osaka | 1",
  "[00:00, 00:10) | lima | 2",
  "[00:10, 00:20) | kyoto | 1",
  "[00:10, 00:20) | berlin | 1",
  "[00:10, 00:20) | sofia | 1",
  "[00:10, 00:20) | lima | 1",
];

test("an unknown column is marked where it stands, keeps the last results on the page, and is mended by its fix", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await playground.runAll();
  await playground.tab("Results").click();
  await expect.poll(() => playground.rowCount("Results")).toBe(13);
  await expect(page.getByText("from the previous query")).toHaveCount(0);

  await playground.write(query("citty", "TUMBLING(ordered_at, 10s)"));
  await expect(playground.problems).toContainText("line 2orders has no column citty. Did you mean city?");
  await expect(playground.problems.getByRole("status")).toHaveText("1 problem");
  await expect.poll(() => markedText(page)).toEqual(["citty"]);

  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(playground.panel.getByText("from the previous query")).toBeVisible();
  await expect(playground.app).toHaveAttribute("data-phase", "finished");
  expect(await playground.rowCount("Results")).toBe(13);

  await playground.problems.getByText("orders has no column").click();
  await expect(playground.editor).toBeFocused();
  await expect
    .poll(async () => {
      await page.keyboard.press("ControlOrMeta+C");
      return page.evaluate(() => navigator.clipboard.readText());
    })
    .toBe("citty");

  await playground.problems.getByRole("button", { name: "Replace by city" }).click();
  await expect.poll(() => playground.text()).toBe(query("city", "TUMBLING(ordered_at, 10s)"));
  await expect(playground.problems).toContainText("No problems");
  await expect.poll(() => markedText(page)).toEqual([]);
  await expect(playground.panel.getByText("from the previous query")).toBeVisible();

  await playground.grid("Results").focus();
  await playground.runQuery();
  await expect(page.getByText("from the previous query")).toHaveCount(0);
  await playground.runAll();
  await expect.poll(() => playground.rows("Results", ["window", "city", "orders"])).toEqual(inWindowsOfTen);
  expect(await playground.ledger()).toMatchObject({ read: 17, counted: 17, dropped: 0 });
});

test("syntax errors, several errors and what is not supported yet are each said and marked where they stand", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();

  await playground.write(query("city", "TUMBLING(ordered_at 5s)"));
  await expect(playground.problems).toContainText("line 55s does not fit inside the parentheses.");
  await expect(playground.problems.getByRole("status")).toHaveText("1 problem");
  await expect.poll(() => markedText(page), "one cause, one error").toEqual(["5s"]);

  await playground.write(query("citty, SUM(city) AS n, nope(1) AS x", "TUMBLING(ordered_at, 5s)"));
  await expect(playground.problems.getByRole("status")).toHaveText("3 problems");
  await expect(playground.problems).toContainText("SUM takes numbers or intervals, not STRING.");
  await expect(playground.problems).toContainText("There is no function NOPE.");
  await expect.poll(() => markedText(page)).toEqual(["citty", "SUM(city)", "nope"]);

  const joined = "FROM orders a JOIN orders b ON a.city = b.city WITHIN 5s";
  await playground.write(`-- mine\nSELECT a.city\n${joined};`);
  await expect(playground.problems).toContainText(/line 3.*joins are not run yet/i);
  await expect(playground.problems.getByRole("status")).toHaveText("1 problem");
  await expect.poll(() => markedText(page)).toEqual(["JOIN"]);

  await playground.run.click();
  await expect(playground.app).toHaveAttribute("data-position", "0");
  await expect(playground.failure).toBeEmpty();
});

test("what was typed survives a reload and a choice of sample, right or wrong", async ({ page }) => {
  const playground = new Playground(page);
  const mine = query("city", "TUMBLING(ordered_at, 10s)");
  const wrong = query("citty", "TUMBLING(ordered_at, 10s)");
  await playground.open();
  await playground.monaco();
  await playground.write(mine);
  await expect(playground.problems).toContainText("No problems");
  await expect.poll(() => playground.text()).toBe(mine);

  await page.reload();
  await playground.monaco();
  await expect.poll(() => playground.text()).toBe(mine);
  await playground.phase("paused");
  await playground.runAll();
  expect(await playground.ledger()).toMatchObject({ read: 17, counted: 17 });

  await playground.chooseSample("Late orders, one quiet partition");
  await expect.poll(() => playground.text()).toContain("SUM(amount) AS revenue");
  await playground.loads(() => page.getByRole("button", { name: "Back to my query" }).click());
  await expect(page.getByRole("button", { name: "Sample: Late orders", exact: true })).toBeVisible();
  await expect.poll(() => playground.text()).toBe(mine);
  await playground.phase("paused");

  await playground.write(wrong);
  await expect(playground.problems).toContainText("orders has no column citty.");
  await page.reload();
  await playground.monaco();
  await expect.poll(() => playground.text()).toBe(wrong);
  await expect(playground.problems).toContainText("orders has no column citty.");
  await page.getByRole("button", { name: "Starter query" }).click();
  await expect.poll(() => playground.text()).toContain("-- Orders per city, in windows of 5 s");
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+Z");
  await expect.poll(() => playground.text()).toBe(wrong);
});

/** What stands over each red underline, in the order of the text. */
async function markedText(page: Page): Promise<string[]> {
  return page.getByTestId("sql-editor").evaluate((editor) => {
    const marks = [...editor.querySelectorAll(".squiggly-error")].map((mark) => mark.getBoundingClientRect());
    marks.sort((a, b) => a.top - b.top || a.left - b.left);
    const letters: {
      readonly text: string;
      readonly x: number;
      readonly top: number;
      readonly bottom: number;
    }[] = [];
    const walker = document.createTreeWalker(
      editor.querySelector(".view-lines") ?? editor,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < (node.nodeValue ?? "").length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, width, top, bottom } = range.getBoundingClientRect();
        letters.push({ text: range.toString().replace("\u00a0", " "), x: left + width / 2, top, bottom });
      }
    return marks.map((mark) => {
      const y = (mark.top + mark.bottom) / 2;
      return letters
        .filter(({ x, top, bottom }) => x > mark.left && x < mark.right && y > top && y < bottom)
        .map(({ text }) => text)
        .join("");
    });
  });
}
