import { expect, test } from "@playwright/test";
import { Playground } from "./playground.ts";

/** Law 9, as the server has to say it. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

test("the page carries its policy and keeps it, and loads from nowhere else, while samples run", async ({
  page,
  baseURL,
}, { project }) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== baseURL) elsewhere.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`violates ${violatedDirective}: ${blockedURI}`),
    );
  });
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  const playground = new Playground(page);
  await playground.open();
  const headers = (await answer).headers();
  expect(headers["content-security-policy"]?.split("; ")).toEqual(policy);
  expect(headers["cross-origin-embedder-policy"]).toBe(
    project.name === "isolated" ? "require-corp" : undefined,
  );
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(project.name === "isolated");
  await expect(playground.status).toContainText(`isolated ${project.name === "isolated" ? "yes" : "no"}`);

  await playground.monaco();
  await playground.runAll();
  await playground.chooseSample("Late flights");
  await playground.runAll();
  for (const tab of ["Changes", "Late", "Partitions", "Results"]) {
    await playground.tab(tab).click();
    await expect(playground.tab(tab)).toHaveAttribute("aria-selected", "true");
  }
  expect(await playground.ledger()).toMatchObject({ read: 20_000 });
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("the policy stops code that is made of text", async ({ page }) => {
  await new Playground(page).open();
  const stopped = await page.addScriptTag({ content: "globalThis.ran = true" }).then(
    () => "ran",
    () => "refused",
  );
  expect(stopped).toBe("refused");
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
});
