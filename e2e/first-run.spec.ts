import { expect, test } from "@playwright/test";
import { Playground, readLedger } from "./playground.ts";

const starter = `-- Orders per city, in windows of 5 s
SELECT city, COUNT(*) AS orders
FROM orders
GROUP BY city
WINDOW TUMBLING(ordered_at, 5s)
EMIT FINAL;`;

/**
 * By hand from the seventeen orders: sofia and kyoto are hashed to B, berlin and osaka to A, lima to C; the watermark of
 * each stays 2 s behind its newest order. B passes 5 s with #8 (5.9 s) and 10 s with #12 (10.9 s), A with #9 and #14,
 * C both with #16. #11 corrects sofia's first window from 2 to 3; #13 finds it expired.
 */
const results = [
  "[00:00, 00:05) | sofia | 3 | expired, corrected | #11",
  "[00:00, 00:05) | kyoto | 2 | expired | #8",
  "[00:00, 00:05) | berlin | 1 | expired | #9",
  "[00:00, 00:05) | lima | 1 | expired | #16",
  "[00:05, 00:10) | sofia | 1 | closed | #12",
  "[00:05, 00:10) | kyoto | 1 | closed | #12",
  "[00:05, 00:10) | berlin | 1 | closed | #14",
  "[00:05, 00:10) | osaka | 1 | closed | #14",
  "[00:05, 00:10) | lima | 1 | closed | #16",
  "[00:10, 00:15) | kyoto | 1 | closed | end",
  "[00:10, 00:15) | berlin | 1 | closed | end",
  "[00:10, 00:15) | sofia | 1 | closed | end",
  "[00:15, 00:20) | lima | 1 | closed | end",
];

const verdicts = [
  "0 | berlin | A | counted",
  "1 | sofia | B | counted",
  "2 | kyoto | B | counted",
  "3 | sofia | B | out of order",
  "4 | lima | C | counted",
  "5 | kyoto | B | counted",
  "6 | berlin | A | counted",
  "7 | lima | C | counted",
  "8 | sofia | B | counted",
  "9 | osaka | A | counted",
  "10 | kyoto | B | counted",
  "11 | sofia | B | counted late",
  "12 | kyoto | B | counted",
  "13 | sofia | B | dropped",
  "14 | berlin | A | counted",
  "15 | sofia | B | counted",
  "16 | lima | C | counted",
];

test("Play, to the end: a late order is dropped and the page says why, and every order has its verdict", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await expect(page.getByRole("button", { name: "Sample: Late orders" })).toBeVisible();
  await expect(playground.app).toHaveAttribute("data-position", "0");
  await expect.poll(() => playground.text()).toBe(starter);
  await expect(playground.problems).toContainText("No problems");
  await expect(playground.panel).toContainText(
    "No rows yet. A row comes when a window closes; the first order arrives at 00:00.8.",
  );
  await expect(playground.grid("Records of orders").locator("[data-index='0']")).toHaveText(/not yet$/);
  await playground.tab("Late").click();
  await expect(playground.panel).toContainText("No late orders yet.");

  await playground.play.click();
  await expect(playground.status).toContainText("dropped 1");
  await playground.phase("finished");
  await expect
    .poll(() =>
      playground.rows("Late records", ["#", "city", "event", "window", "what happened", "kept with"]),
    )
    .toEqual([
      "11 | sofia | 00:04.2 | [00:00, 00:05) | counted late closed 00:08.2 by #8 | lateness > 2.9 s",
      "13 | sofia | 00:03.2 | [00:00, 00:05) | dropped expired 00:13.2 by #12 | lateness > 5.9 s or bound > 2.9 s",
    ]);
  // With nothing else chosen the first drop is, and its card tells the story.
  await expect(page.getByRole("article")).toContainText(
    "Event 00:03.2, arrived 00:13.8. Its window [00:00, 00:05) closed at 00:08.2 and expired at 00:13.2, when #12 (kyoto, event 00:12.9) moved B's watermark to 00:10.9, past 00:05 + 5 s.",
  );
  const line = await playground.panel.getByText(/ read = /).innerText();
  expect(line).toBe(
    "17 read = 16 counted + 1 dropped (0 late, 1 expired) + 0 filtered + 0 skipped + 0 in no window + 0 malformed",
  );
  const { read, counted, dropped, filtered, skipped, inNoWindow, malformed } = readLedger(line);
  expect(counted + dropped + filtered + skipped + inNoWindow + malformed).toBe(read);

  await playground.tab("Results").click();
  await expect
    .poll(() => playground.rows("Results", ["window", "city", "orders", "state", "by"]))
    .toEqual(results);
  await expect(page.getByText("all read, 14 rows out")).toBeVisible();
  await expect
    .poll(() => playground.rows("Records of orders", ["#", "city", "p", "verdict"]))
    .toEqual(verdicts);
});

test("the query can be read and edited before Monaco is there, and what was typed reaches it", async ({
  page,
}) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/MonacoEditor-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  const playground = new Playground(page);
  await playground.open();
  await expect(playground.editor).toHaveValue(starter);
  await expect(playground.editor).toBeEditable();
  await playground.editor.press("ControlOrMeta+End");
  await playground.editor.pressSequentially(" -- mine");
  await expect(playground.editor).toHaveValue(`${starter} -- mine`);
  await expect(page.locator(".monaco-editor")).toHaveCount(0);

  release();
  await playground.monaco();
  await expect.poll(() => playground.text()).toBe(`${starter} -- mine`);
  await expect(playground.editor).toBeFocused();
  await page.keyboard.type("!");
  await expect.poll(() => playground.text()).toBe(`${starter} -- mine!`);
});
