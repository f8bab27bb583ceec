import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

const quiet = "?sample=late-orders-quiet-partition";

test("a row that HAVING takes back has a minus at its window, from that record on; going back takes it away", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.monaco();
  const query = await playground.text();
  await playground.write(query.replace("EMIT CHANGES", "HAVING SUM(amount) < 60\nEMIT CHANGES"));
  await playground.runQuery();
  await playground.runAll();
  await page.getByRole("radio", { name: "Partition B" }).check({ force: true });
  const signs = async (): Promise<string[]> =>
    (await playground.marks()).flatMap(({ kind, seq, start, end }) =>
      kind === "retraction" ? [`#${seq} ${start}-${end}`] : [],
    );
  // kyoto: 31.50 + 27.75 < 60, + 54.00 is not. The others likewise.
  const wanted = ["#12 0-10000", "#23 10000-20000", "#35 20000-30000"];
  await expect.poll(signs).toEqual(wanted);
  await expect(page.locator("section[aria-labelledby=map-title]")).toContainText("row withdrawn");
  await playground.whole("Changes");
  const withdrawn = (await playground.rows("Changes", ["kind", "city", "cause"])).filter((row) =>
    row.startsWith("-D"),
  );
  expect(withdrawn.map((row) => row.replace("#", ""))).toEqual([
    "-D | kyoto | 12",
    "-D | sofia | 23",
    "-D | lima | 26",
    "-D | kyoto | 35",
    "-D | berlin | 36",
  ]);

  const slider = page.getByRole("slider", { name: "Position in the stream" });
  await slider.focus();
  await page.keyboard.press("Home");
  await playground.position(0);
  for (let step = 0; step < 12; step++) await page.keyboard.press("ArrowRight");
  await playground.position(12);
  await expect.poll(signs).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await playground.position(13);
  await expect.poll(signs).toEqual(wanted.slice(0, 1));

  await page.getByRole("button", { name: "Show as table" }).click();
  const table = "Time map as a table: orders in order of arrival";
  await expect
    .poll(() => playground.rows(table, ["#", "withdrew"]))
    .toEqual(expect.arrayContaining(["11 | ", "12 | [00:00, 00:10)"]));
  await playground.grid(table).locator("[data-index='12']").getByRole("gridcell").nth(1).click();
  await page.getByRole("button", { name: "Show as map" }).click();
  await expect(page.getByRole("article")).toContainText(
    "HAVING no longer holds, so the row of kyoto in [00:00, 00:10) was withdrawn.",
  );
});

test("with the trace off the run goes on and its panes say what they lack; on again it stands where it stood", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open(quiet);
  await playground.runAll();
  const ledger = await playground.ledger();
  await playground.whole("Changes");
  const columns = ["kind", "pane", "window", "revenue", "cause"];
  const changes = await playground.rows("Changes", columns);
  for (const drop of [47, 28]) {
    await page.getByRole("button", { name: "Previous drop", exact: true }).click();
    await playground.position(drop + 1);
  }

  const trace = page.getByRole("switch", { name: "trace" });
  await trace.focus();
  await playground.loads(() => page.keyboard.press("Space"));
  await expect(trace).toHaveAttribute("aria-checked", "false");
  await playground.position(29);
  await playground.phase("paused");
  const map = page.locator("section[aria-labelledby=map-title]");
  await expect(map).toContainText("The map is drawn from the trace of the run, which is off");
  await expect(map.locator("canvas")).toHaveCount(0);
  await expect(page.locator("section[aria-labelledby=streams-title]")).toContainText("verdicts are known");
  await playground.tab("Windows").click();
  await expect(playground.panel).toContainText("is known from the trace of the run, which is off");

  await page.getByRole("button", { name: "Forward one record", exact: true }).click();
  await playground.position(30);
  await page.getByRole("button", { name: "Back one record", exact: true }).click();
  await playground.position(29);
  await page.getByRole("button", { name: "Next drop", exact: true }).click();
  await expect(page.getByText("Stepping to an event needs the trace, which is off").first()).toBeAttached();
  await playground.position(29);
  await playground.play.click();
  await playground.phase("playing");
  await playground.runAll();
  expect(await playground.ledger()).toEqual(ledger);
  await expect(playground.panel).toContainText("Which orders were late, and why, is known from the trace");
  await playground.whole("Changes");
  expect(await playground.rows("Changes", columns)).toEqual(changes);
  await playground.tab("Charts").click();
  await expect(playground.panel).toContainText("dropped orders");
  await expect(playground.panel.getByRole("figure").first()).toBeAttached();

  await page.getByRole("button", { name: "Back one record", exact: true }).click();
  await playground.position(49);
  await playground.loads(() => map.getByRole("button", { name: "Turn the trace on" }).click());
  await expect(trace).toHaveAttribute("aria-checked", "true");
  await playground.position(49);
  await expect
    .poll(async () => (await playground.marks()).filter(({ kind }) => kind === "record").length)
    .toBe(49);
  await page.getByRole("button", { name: "Previous drop", exact: true }).click();
  await expect(page.getByRole("article")).toContainText("Order #47 was dropped");
});

test("where delays are small against the range the map first shows delays; what the visitor chose stays", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?sample=late-flights");
  const axes = page.getByRole("button", { name: /^Axes: / });
  await expect(axes).toHaveText("y: delay");
  await playground.chooseSample("Late orders, one quiet partition");
  await expect(axes).toHaveText("y: arrival");
  await axes.click();
  await page.getByRole("menuitemradio", { name: "Arrival to the right" }).click();
  await playground.runAll();
  await expect(axes).toHaveText("x: arrival");
});
