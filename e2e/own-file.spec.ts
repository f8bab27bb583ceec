import { expect, test, type Page } from "@playwright/test";
import { Playground } from "./playground.ts";

const hostile = `<img src=x onerror="globalThis.ran=1">`;

/** Three of the eight rows are no records: lines 3, 5 and 7. */
const csv = `ordered_at,"${hostile.replaceAll('"', '""')}",city
2024-05-01T10:00:00Z,1,berlin
2024-05-01T10:00:01Z,2
2024-05-01T10:00:02Z,3,<script>globalThis.ran=2</script>
2024-05-01T10:00:03Z,4,sofia,lima
2024-05-01T10:00:04Z,5,"a ""quoted"", name"
2024-05-01T10:00:05Z,6,"broken"kyoto
2024-05-01T10:00:06Z,7,${hostile}
2024-05-01T10:00:07Z,8,osaka
`;

const jsonl = `{"at": "2024-05-01T10:00:00Z", "city": "berlin", "amount": 12.5}
{"at": "2024-05-01T10:00:01Z", "city": "sofia", "amount": 7}
{"at": "2024-05-01T10:00:02Z", "city": "lima"
{"at": "2024-05-01T10:00:03Z", "city": "sofia", "amount": 0.25}
`;

test("a CSV file plays; rows that cannot be read are counted and shown with line, column and reason", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await playground.loads(() => openFile(page, `${hostile}.csv`, csv));
  await expect(page.getByRole("button", { name: /^Sample: / })).toHaveText(
    /img_src_x_onerror_globalthis_ran_1/,
  );
  await expect
    .poll(() => playground.text())
    .toMatch(/^-- <img src=x .*\nSELECT \*\nFROM img_src_x_onerror_globalthis_ran_1\nEMIT CHANGES;$/);
  await playground.runAll();

  await playground.tab("Malformed").click();
  await expect
    .poll(() => playground.rows("Malformed rows", ["#", "line", "column", "reason"]))
    .toEqual([
      "#1 | 3 | 23 | the row has 2 fields, the header 3",
      "#3 | 5 | 30 | the row has 4 fields, the header 3",
      "#5 | 7 | 32 | the field goes on after its closing quote",
    ]);
  await expect(playground.panel).toContainText("3 rows of the input cannot be read as records");
  expect(await playground.ledger()).toMatchObject({ read: 8, counted: 5, malformed: 3 });

  await playground.tab("Changes").click();
  await expect
    .poll(() => playground.rows("Changes", [hostile, "city"]))
    .toEqual([
      "1 | berlin",
      "3 | <script>globalThis.ran=2</script>",
      '5 | a "quoted", name',
      `7 | ${hostile}`,
      "8 | osaka",
    ]);
  await page.locator("[data-index='3']").first().click();
  await expectNothingRan(page);
});

test("a file of JSON lines plays, and its query can be written", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await playground.monaco();
  await playground.loads(() => openFile(page, "orders.jsonl", jsonl));
  await expect.poll(() => playground.text()).toContain("FROM orders");
  await playground.write(
    "SELECT city, SUM(amount) AS total\nFROM orders\nGROUP BY city\nWINDOW TUMBLING(at, 1m);",
  );
  await playground.runQuery();
  await playground.phase("finished");
  await playground.tab("Results").click();
  await expect
    .poll(() => playground.rows("Results", ["window", "city", "total"]))
    .toEqual([
      "[2024-05-01T10:00Z, 10:01Z) | berlin | 12.500",
      "[2024-05-01T10:00Z, 10:01Z) | sofia | 7.250",
    ]);
  await playground.tab("Malformed").click();
  await expect
    .poll(() => playground.rows("Malformed rows", ["#", "line", "column", "reason"]))
    .toEqual(["#2 | 3 | 46 | a comma or the end of the object is missing"]);
});

test("a file that holds no stream is refused in words, and the page goes on", async ({ page }) => {
  const playground = new Playground(page);
  await playground.open();
  await openFile(page, "empty.csv", "");
  await expect(playground.failure).toContainText("The file has no header row that names its columns.");
  await playground.chooseSample("Late orders");
  await playground.runAll();
  expect(await playground.ledger()).toMatchObject({ read: 17, counted: 16 });
  await expect(playground.failure).toBeEmpty();
});

async function openFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Sample: / }).click();
  await page.getByRole("menuitem", { name: /^Open a file/ }).click();
  await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

/** What came with the file stands on the page as text only. */
async function expectNothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  await expect(page.locator("img, #root script")).toHaveCount(0);
}
