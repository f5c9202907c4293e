// A project of two thousand documents: what its overview and its report cost. SVERKA_DOCUMENTS says
// another number; with SVERKA_SLOW_BINARY, a build that is not optimised, times are only told.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, open } from "./browser.mjs";
import { Project } from "./project.mjs";

const COUNT = Number(process.env.SVERKA_DOCUMENTS ?? 2000);
const isSlow = Boolean(process.env.SVERKA_SLOW_BINARY);
let browser, project;

/** Ten sentences, of which the numbers tell one document from another. */
const text = (line) => Array.from({ length: 10 }, (_, index) => line(index + 1)).join("\n\n") + "\n";

before(async () => {
  browser = await launch();
  const files = {};
  for (let at = 1; at <= COUNT; at += 1) {
    const folder = `part-${at % 20}`;
    files[`source-ru/${folder}/${at}.md`] = text((n) => `На ${n}-й день пути в деревне ${at} мы увидели ${n * at} домов и реку.`);
    files[`translations/${folder}/${at}.md`] = text((n) => `On day ${n} of the journey we saw ${n * at} houses and a river in village ${at}.`);
  }
  project = new Project(files);
});
after(async () => {
  await browser?.close();
  project?.remove();
});

const size = (folder) => readdirSync(folder, { withFileTypes: true })
  .reduce((sum, entry) => sum + (entry.isDirectory() ? size(join(folder, entry.name)) : statSync(join(folder, entry.name)).size), 0);

describe(`a project of ${COUNT} documents`, () => {
  test("its report is written in less than twice the time of check, in proportion to the texts", () => {
    // Others may use the machine, too: the better of two times counts.
    const rounds = ["site", "again"].map((folder) => [project.seconds("check", "--exit-zero"), project.seconds("report", "--output", folder, "--quiet")]);
    const [check, report] = [0, 1].map((at) => Math.min(...rounds.map((times) => times[at])));
    const texts = size(join(project.root, "source-ru")) + size(join(project.root, "translations"));
    const share = size(join(project.root, "site")) / texts;
    console.log(`${COUNT} documents: check ${check.toFixed(1)} s, report ${report.toFixed(1)} s, ${share.toFixed(1)} times the texts`);
    assert.ok(isSlow || report < 2 * check, `${report} s, and check ${check} s`);
    assert.ok(share < 60, `${share} times the texts`);
  });

  test("its overview is there in a second", async () => {
    const address = await project.desk();
    const { page, troubles } = await open(browser);
    await page.goto(address);
    await page.reload();
    await page.waitForSelector("tr.document");
    const { paint, loaded } = await page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      loaded: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    }));
    const begin = Date.now();
    await page.fill("[name=path]", `/${COUNT}.md`);
    await page.waitForFunction(() => document.querySelectorAll("tr.document:not([hidden])").length === 1);
    console.log(`${COUNT} documents: first paint ${Math.round(paint)} ms, whole after ${Math.round(loaded)} ms, narrowed in ${Date.now() - begin} ms`);
    assert.ok(isSlow || paint < 1000, `first paint after ${paint} ms`);
    assert.deepEqual(troubles, []);
  });
});
