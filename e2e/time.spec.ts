import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

const quiet = "?sample=late-orders-quiet-partition";
/** Seqs of the records that this sample drops: its watermarks by hand in engine/source/samples/late-orders.test.ts. */
const drops = [21, 28, 47];

const card = (page: Page) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { level: 3 }) });

test("next and previous drop visit exactly the dropped records of the ledger, and each tells why", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  const next = page.getByRole("button", { name: "Next drop", exact: true });
  const previous = page.getByRole("button", { name: "Previous drop", exact: true });
  for (const drop of drops) {
    await next.click();
    await playground.position(drop + 1);
    await playground.phase("paused");
    await expect(card(page)).toContainText(`Order #${drop} was dropped`);
  }
  await next.click();
  await expect(page.getByText("No further drop").first()).toBeAttached();
  await playground.position(48);

  await previous.click();
  await playground.position(29);
  await expect(card(page)).toContainText("Order #28 was dropped");
  await expect(card(page).getByRole("paragraph").first()).toHaveText(
    "Event 00:17.5, arrived 00:32.3. Its window [00:10, 00:20) closed at 00:25.2 and expired at 00:29.8, when #25 (kyoto, event 00:28.4) moved B's watermark to 00:26.4, past 00:20 + 5 s.",
  );
  await expect(card(page)).toContainText(
    "Kept with a lateness over 6.4 s (now 5 s) or a bound over 3.4 s (now 2 s).",
  );
  await expect
    .poll(async () => {
      const marks = await playground.marks();
      const dropped = marks.filter(({ verdict }) => verdict === "dropped").map(({ seq }) => seq);
      return [dropped, marks.some(({ text }) => text === "8.9 s behind")];
    })
    .toEqual([[21, 28], true]);
  await expect(page.getByRole("toolbar", { name: "Transport" })).toContainText("arrival 00:32.3");

  await playground.runAll();
  expect(await playground.ledger()).toMatchObject({ read: 49, dropped: drops.length });
  await expect
    .poll(() => playground.rows("Late records", ["#", "what happened"]))
    .toEqual(expect.arrayContaining([expect.stringMatching(/^#?28 \| dropped expired 00:29\.8 by #25$/)]));
});

test("what the card says would have kept a record keeps it, and less does not", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.monaco();
  const query = await playground.text();
  for (const [lateness, drop] of [
    ["6400ms", true],
    ["6401ms", false],
  ] as const) {
    await playground.write(query.replace("'5s'", `'${lateness}'`));
    await playground.runQuery();
    await playground.runAll();
    await playground.tab("Late").click();
    await expect
      .poll(async () => {
        const rows = await playground.rows("Late records", ["#", "what happened"]);
        return rows.find((text) => /^#?28 /.test(text)) ?? "";
      }, lateness)
      .toMatch(drop ? /dropped/ : /counted late/);
  }
});

test("five hundred moves, then the state of a fresh visit to that position", async ({ page, context }) => {
  test.setTimeout(300_000);
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.play.focus();
  const keys = [".", ".", ",", ",", "Shift+Period", "Shift+Comma", "d", "Shift+D", "Home", "End"];
  let seed = 7;
  for (let move = 0; move < 500; move++) {
    seed = (seed * 48_271) % 2_147_483_647;
    await page.keyboard.press(keys[seed % keys.length]!);
  }
  // Keys wait for the move under way, and become one: only a place that is reached says that none is left.
  for (const [key, place] of [
    ["Home", 0],
    ["d", drops[0]! + 1],
    ["d", drops[1]! + 1],
    ["Comma", drops[1]!],
  ] as const) {
    await page.keyboard.press(key);
    await playground.position(place);
  }
  await playground.phase("paused");
  const position = drops[1]!;
  const walked = await stateOf(playground);

  const fresh = new Playground(await context.newPage());
  await fresh.open(quiet);
  const slider = fresh.page.getByRole("slider", { name: "Position in the stream" });
  await slider.focus();
  for (let step = 0; step < position; step++) await fresh.page.keyboard.press("ArrowRight");
  await fresh.position(position);
  expect(walked).toEqual(await stateOf(fresh));
});

/** What every pane shows. */
async function stateOf(playground: Playground) {
  const { page } = playground;
  // What was selected on the way is no part of the state.
  await page.getByRole("tree").focus();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "All partitions" }).check({ force: true });
  await playground.whole("Changes");
  const changes = await playground.rows("Changes", ["kind", "pane", "window", "revenue", "cause"]);
  await playground.whole("Results");
  const results = await playground.rows("Results", ["window", "city", "revenue", "state", "by"]);
  await playground.whole("Windows");
  const windows = await playground.rows("Windows", ["window", "p", "state", "counted"]);
  const verdicts = await playground.rows("Records of orders", ["#", "p", "verdict"]);
  const marks = (await playground.marks())
    .filter(({ kind }) => kind === "record" || kind === "window" || kind === "coming")
    .map(({ kind, seq, verdict, state, start }) => [kind, seq, verdict, state, start].join(" "))
    .toSorted();
  const ledger = await playground.ledger();
  const lates = Number(/[\d,]+/.exec(await playground.tab("Late").innerText())?.[0] ?? 0);
  await expect.poll(() => playground.rowCount("Late records")).toBe(lates);
  const late = await playground.rows("Late records", ["#", "event", "behind", "window", "what happened"]);
  return { ledger, late, changes, results, windows, verdicts, marks };
}

test("a link opens the same position and selection for somebody else, and keeps their own query", async ({
  page,
  browser,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.monaco();
  for (const drop of [21, 28]) {
    await page.getByRole("button", { name: "Next drop", exact: true }).click();
    await playground.position(drop + 1);
  }
  await expect(card(page)).toContainText("Order #28 was dropped");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Share" })).toContainText(
    "It opens this query paused after 29 orders, with #28 selected.",
  );
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#v1\.d\.[\w-]+$/);
  await expect(page).toHaveURL(link);

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const other = new Playground(await context.newPage());
  await other.open(quiet);
  await other.monaco();
  await other.editor.focus();
  await other.page.keyboard.press("ControlOrMeta+End");
  await other.page.keyboard.type(" -- mine");
  await other.page.goto(link);
  await other.page.reload();
  await other.position(29);
  await other.phase("paused");
  await expect(card(other.page)).toContainText("Order #28 was dropped");
  await other.monaco();
  await expect.poll(() => other.text()).toBe(await playground.text());
  await other.page.getByRole("button", { name: "Back to my query" }).click();
  await expect.poll(() => other.text()).toMatch(/ -- mine$/);
  await context.close();
});

test("Ctrl+S shares; what was typed into a linked query is not lost by a reload", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.monaco();
  await page.keyboard.press("Control+S");
  await expect(page.getByRole("dialog", { name: "Share" })).toContainText("Link copied");
  await expect(page).toHaveURL(/#v1/);
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await playground.phase("paused");
  await playground.monaco();
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" -- after");
  await expect.poll(() => playground.text()).toMatch(/ -- after$/);
  await expect(page).not.toHaveURL(/#v1/);
  await page.reload();
  await playground.phase("paused");
  await expect.poll(() => playground.text()).toMatch(/ -- after$/);
});

test("a hostile link is refused with a sentence, runs nothing and leaves the page to its visitor", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.knowsThePage();
  const hostile = Buffer.from(
    JSON.stringify({
      sql: "SELECT 1",
      source: { kind: "sample", id: "<img src=x onerror=document.title=1>" },
    }),
  ).toString("base64url");
  await page.goto(`./#v1.j.${hostile}`);
  await expect(page.getByRole("alert").filter({ hasText: "This link was not opened" })).toHaveText(
    /^This link was not opened: it names no sample\. Your own page is shown instead; the address keeps the link\.Close$/,
  );
  await playground.phase("paused");
  await expect(page.getByRole("button", { name: "Sample: Late orders", exact: true })).toBeVisible();
  expect(await page.title()).not.toBe("1");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("This link was not opened")).toHaveCount(0);
});

test("a row of the changelog lights the records that it was made of, and they sum to its values", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.runAll();
  await playground.tab("Changes").click();
  await expect.poll(() => playground.rowCount("Changes")).toBe(73);
  await page.getByRole("button", { name: "Previous drop", exact: true }).click();
  await playground.position(48);
  const changes = playground.grid("Changes");
  const row = changes.locator("[data-index='35']");
  await playground.rows("Changes", ["kind"], 35, 36);
  const [orders, revenue] = (await playground.rows("Changes", ["orders", "revenue"], 35, 36))[0]!.split(
    " | ",
  );
  await row.getByRole("gridcell").nth(1).click();
  await expect(row).toHaveAttribute("aria-selected", "true");
  const stream = playground.grid("Records of orders");
  await expect(stream.locator("[data-mark=lit]").first()).toBeAttached();
  const all = await playground.rows("Records of orders", ["#", "amount"]);
  // Until the engine has said of what the row was made, what was chosen before lights its own.
  await expect
    .poll(async () => {
      const lit = await litRecords(playground);
      const amounts = all
        .map((text) => text.replace("#", "").split(" | ").map(Number))
        .flatMap(([seq, amount]) => (lit.includes(seq!) ? [amount!] : []));
      const sum = amounts.reduce((total, amount) => total + amount, 0);
      return [amounts.length, Math.round(sum * 100) / 100];
    })
    .toEqual([Number(orders), Number(revenue)]);
});

/** Seqs of the records that the stream lights, wherever they are. */
async function litRecords(playground: Playground): Promise<number[]> {
  const found = new Set<number>();
  const stream = playground.grid("Records of orders");
  for (let from = 0; from < 49; from += 8) {
    await playground.rows("Records of orders", ["#"], from, from + 1);
    for (const index of await stream
      .locator("[data-mark=lit]")
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["index"])))
      found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

test("the classic ten: 5, then 14 with a late pane, 18, 4 and 12; without lateness the 9 is dropped", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=classic-ten");
  await playground.monaco();
  await playground.runAll();
  await playground.whole("Changes");
  const panes = await playground.rows("Changes", ["kind", "pane", "total"]);
  expect(panes).toEqual([
    "+I | on-time | 5",
    "+U | late | 14",
    "+I | on-time | 18",
    "+I | on-time | 4",
    "+I | on-time | 12",
  ]);
  const verdicts = async (): Promise<string[]> =>
    (await playground.marks()).flatMap(({ kind, verdict }) => (kind === "record" ? [verdict ?? ""] : []));
  await expect.poll(verdicts).toHaveLength(10);
  expect((await verdicts()).filter((verdict) => verdict === "counted late")).toHaveLength(1);

  const query = await playground.text();
  await playground.write(query.replace(/;\s*$/, "\nWITH ('watermark.allowed_lateness' = '0s');"));
  await playground.runQuery();
  await playground.runAll();
  await playground.whole("Changes");
  await expect
    .poll(() => playground.rows("Changes", ["pane", "total"]))
    .toEqual(["on-time | 5", "on-time | 18", "on-time | 4", "on-time | 12"]);
  await expect
    .poll(async () => (await verdicts()).filter((verdict) => verdict === "dropped"))
    .toHaveLength(1);
  await page.getByRole("button", { name: "Previous drop", exact: true }).click();
  await expect(card(page)).toContainText("Score #6 was dropped");
});
