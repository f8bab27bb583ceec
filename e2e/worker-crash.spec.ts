import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

const script = /\/partition\.worker-[^/]*\.js$/;

test("a partition worker that dies is named; Restart starts it anew and the run gives the right rows", async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.open("?workers=2");
  await playground.play.click();
  await expect(playground.app).toHaveAttribute("data-position", /[1-9]/);
  const worker = page.workers().find((one) => script.test(one.url()));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error("the visitor's browser ran out of something");
    });
  });
  await expect(playground.failure).toHaveText(
    /^Partition worker [01] stopped \(Uncaught Error: the visitor's browser ran out of something\)\. Restart starts it anew\.Restart$/,
  );
  await playground.phase("failed");
  await expect(playground.status).toContainText("workers 1/2");

  await page.getByRole("button", { name: "Restart" }).click();
  await playground.phase("paused");
  await expect(playground.failure).toBeEmpty();
  await expect(playground.status).toContainText("workers 2/2");
  await expect(playground.app).toHaveAttribute("data-position", "0");
  await expectRightRun(playground);
});

test("a partition worker whose script cannot be loaded is named; Restart loads it once it is there", async ({
  page,
}) => {
  let missing = true;
  await page.route(script, (route) => (missing ? route.abort() : route.continue()));
  const playground = new Playground(page);
  await page.goto("./?workers=1");
  await expect(playground.failure).toContainText(
    "Partition worker 0 stopped (its script could not be loaded). Restart starts it anew.",
  );
  await playground.phase("failed");
  missing = false;
  await page.getByRole("button", { name: "Restart" }).click();
  await playground.phase("paused");
  await expect(playground.failure).toBeEmpty();
  await expectRightRun(playground);
});

test("an engine worker whose script cannot be loaded is named; Restart loads it once it is there", async ({
  page,
}) => {
  let missing = true;
  await page.route(/\/engine\.worker-[^/]*\.js$/, (route) => (missing ? route.abort() : route.continue()));
  const playground = new Playground(page);
  await page.goto("./");
  await expect(playground.failure).toContainText(
    "The engine worker stopped (its script could not be loaded). Restart starts it anew.",
  );
  missing = false;
  await page.getByRole("button", { name: "Restart" }).click();
  await playground.phase("paused");
  await expect(playground.failure).toBeEmpty();
  await expectRightRun(playground);
});

test("a pane whose script cannot be loaded says so, and the others go on", async ({ page }) => {
  await page.route(/\/PartitionsPane-[^/]*\.js$/, (route) => route.abort());
  const playground = new Playground(page);
  await playground.open();
  await playground.tab("Partitions").click();
  await expect(playground.panel).toHaveText(
    "The partitions could not be loaded; reloading the page may help.",
  );
  await expectRightRun(playground);
});

async function expectRightRun(playground: Playground): Promise<void> {
  await playground.runAll();
  await playground.tab("Results").click();
  await expect
    .poll(() => playground.rows("Results", ["window", "city", "orders"], 0, 4))
    .toEqual([
      "[00:00, 00:05) | sofia | 3",
      "[00:00, 00:05) | kyoto | 2",
      "[00:00, 00:05) | berlin | 1",
      "[00:00, 00:05) | lima | 1",
    ]);
  expect(await playground.ledger()).toMatchObject({ read: 17, counted: 16, expired: 1 });
}
