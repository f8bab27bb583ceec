import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

test("hopping: a bracket for each window, and each window of a record told apart", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open("?sample=hopping-orders");
  await playground.step(14);
  await playground.chooseOnMap(13);

  const card = page.getByRole("article", { name: "Order #13 is in 3 windows, counted in 2" });
  await expect(card.getByRole("listitem")).toHaveText([
    "[00:10, 00:25) expired at 00:32.7: not counted",
    "[00:15, 00:30) closed at 00:32.7: counted, corrected",
    "[00:20, 00:35) was open: counted",
  ]);
  await expect(card).toContainText("In all of them with a lateness over 7 s (now 5 s).");

  await expect
    .poll(async () => {
      const marks = await playground.marks();
      const brackets = marks.filter(({ kind, start }) => kind === "label" && start !== undefined);
      const rows = new Set(brackets.map(({ y }) => y)).size;
      return { brackets: brackets.length, rows, bands: marks.some(({ kind }) => kind === "window") };
    })
    .toEqual({ brackets: 7, rows: 3, bands: false });
});

test("sessions: capsules that merge, a row for each session with its group, and what a drop would have begun", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=merging-sessions");
  await playground.step(25);
  await playground.chooseOnMap(10);

  const merge = page.getByRole("article", { name: "Click #10 joined 2 sessions" });
  await expect(merge).toContainText(
    "[00:02, 00:10) and [00:13.0, 00:19.5) became [00:02.0, 00:19.5) with 5 clicks. 2 rows withdrawn, 1 in their place.",
  );
  await expect
    .poll(async () => (await playground.marks()).flatMap(({ kind, seq }) => (kind === "merge" ? [seq] : [])))
    .toEqual([10]);

  await playground.whole("Windows");
  const columns = ["user", "state", "counted", "corrections"];
  await expect
    .poll(async () => (await playground.rows("Windows", columns)).slice(-3))
    .toEqual(["eva | expired | 2 | 0", "ben | expired | 7 | 1", "ana | expired | 4 | 0"]);

  await playground.chooseOnMap(24);
  await expect(page.getByRole("article", { name: "Click #24 was dropped" })).toContainText(
    "The session that it would have begun, [00:15, 00:20), had expired at 00:35.6",
  );
});

test("a row of OVER lights the records of its buffer", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open("?sample=hopping-orders");
  await playground.monaco();
  await playground.write("SELECT SUM(amount) OVER (ROWS WINDOW BUFFER 3 ROWS) AS last_three FROM orders");
  await playground.runQuery();
  await playground.runAll();
  await playground.whole("Changes");
  const row = playground.grid("Changes").locator('[data-index="8"]');
  await row.getByRole("gridcell").nth(1).click();
  await expect(page.getByText("3 records make row 8")).toBeVisible();
});
