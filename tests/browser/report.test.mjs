// The static report, opened as files.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { launch, open, violations } from "./browser.mjs";
import { Project, RIVER } from "./project.mjs";

let browser, project, site;
const address = (name) => pathToFileURL(join(site, name)).href;
const pageOf = (stem) => "documents/" + readdirSync(join(site, "documents")).find((name) => name.startsWith(stem + "-") && name.endsWith(".html"));

before(async () => {
  browser = await launch();
  project = new Project();
  site = project.report();
});
after(async () => {
  await browser?.close();
  project?.remove();
});

describe("the static report", () => {
  test("is narrowed, sorted and folded", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address("index.html"));
    const documents = page.locator("tr.document:visible");
    assert.equal(await documents.count(), 2);
    await page.fill("[name=path]", "b.md");
    assert.equal(await documents.count(), 1);
    await page.fill("[name=path]", "");
    await page.selectOption("[name=show]", "state:stale");
    assert.match(await documents.innerText(), /a\.md/);
    await page.selectOption("[name=show]", "");
    await page.click("th[data-sort=missing] button");
    assert.match(await documents.first().innerText(), /a\.md/);
    assert.equal(await page.getAttribute("th[data-sort=missing]", "aria-sort"), "descending");
    await page.click("th[data-sort=missing] button");
    assert.match(await documents.first().innerText(), /b\.md/);
    await page.click("th[data-sort=path] button");
    await page.click(".fold >> nth=0");
    assert.equal(await documents.count(), 0);
    assert.deepEqual(troubles, []);
  });

  test("shows how it came to be, and narrows by person", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address("index.html"));
    assert.ok((await page.locator(".plot .column").count()) > 0);
    assert.match(await page.locator(".plot svg").getAttribute("aria-label"), /stale/);
    await page.click(".numbers summary");
    assert.ok(await page.locator(".numbers tbody tr").first().isVisible());
    await page.selectOption("[name=person]", "Анна");
    assert.equal(await page.locator("tr.document:visible").count(), 2);
    await page.selectOption("[name=person]", "");
    await page.click("th[data-sort=changed] button");
    assert.equal(await page.getAttribute("th[data-sort=changed]", "aria-sort"), "descending");
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(troubles, []);
  });

  test("finds any form of a word in either language", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address("index.html"));
    for (const [word, found] of [["мобилизация", "Мобилизацию"], ["МАШИНА", "40 машин"], ["car", "50 cars"], ["child", "children"]]) {
      await page.fill("[name=texts]", word);
      await page.waitForFunction((text) => document.querySelector("#hits").textContent.includes(text), found);
    }
    await page.click("#hits a");
    await page.waitForSelector(".unit.chosen");
    assert.deepEqual(troubles, []);
  });

  test("shows a document: states, a diff, findings, a gap, a term", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address(pageOf("a")));
    assert.equal(await page.locator(".is-stale ins").first().innerText(), "холодный снег");
    assert.equal(await page.locator(".target .gap").count(), 1);
    assert.match(await page.locator("mark.error").allInnerTexts().then((texts) => texts.join(" ")), /50/);
    assert.equal(await page.locator(".target strong").innerText(), "rained");
    await page.hover(".source .term");
    assert.match(await page.locator(".card").innerText(), /mobilization/);
    await page.selectOption("[name=show]", "work");
    await page.waitForFunction(() => document.querySelectorAll(".unit:not([hidden])").length === 3);
    await page.selectOption("[name=show]", "");
    await page.fill("[name=words]", "очередь");
    await page.waitForFunction(() => document.querySelectorAll(".unit:not([hidden])").length === 1);
    assert.equal(await page.locator("#deciding").count(), 0);
    assert.deepEqual(troubles, []);
  });

  for (const [path, words, alone] of [["", "the other side has nothing", "nothing like it on the other side"], ["ru/", "на другой стороне", "на другой стороне ничего похожего"]]) {
    test(`numbers, dates and names are marked alike when asked: ${path || "en"}`, async () => {
      const { page, troubles } = await open(browser);
      await page.goto(address(path + pageOf("a")));
      const shown = (side) => page.evaluate((side) => [...document.querySelectorAll(`${side} [data-fact]`)].map((fact) => {
        const sign = getComputedStyle(fact, "::after").content;
        return fact.textContent + (sign === "none" ? "" : "=" + (fact.dataset.fact || "∅"));
      }), side);
      assert.deepEqual(await shown(".source"), ["сентябре", "40"]);
      await page.keyboard.press("KeyM");
      assert.equal(await page.getAttribute("#facts", "aria-pressed"), "true");
      assert.match(await page.locator(".key-to-facts").innerText(), new RegExp(words));
      assert.deepEqual([await shown(".source"), await shown(".target")], [["сентябре=1", "40=∅"], ["September=1", "50=∅"]]);
      // A screen reader is told in words.
      const session = await page.context().newCDPSession(page);
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      assert.ok(nodes.some((node) => node.name?.value.includes(alone)), "said aloud");
      assert.deepEqual(await violations(page), []);
      // It stays so on the next page, and goes by the button.
      await page.reload();
      assert.deepEqual(await shown(".source"), ["сентябре=1", "40=∅"]);
      await page.click("#facts");
      assert.deepEqual(await shown(".source"), ["сентябре", "40"]);
      assert.deepEqual(troubles, []);
    });
  }

  test("leads from the last segment to the next document with work", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address(pageOf("a")));
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("KeyN");
    assert.match(await page.locator(".chosen").innerText(), /50/);
    await page.keyboard.press("KeyN");
    assert.match(await page.locator("#said").innerText(), /source-ru\/b\.md/);
    await page.keyboard.press("KeyN");
    await page.waitForURL(/documents\/b-/);
    assert.match(await page.locator(".chosen").innerText(), /Новая глава/);
    assert.deepEqual(troubles, []);
  });

  test("shows what the glossary is called in the texts, what is doubtful in it, what it lacks", async () => {
    const river = new Project(RIVER);
    try {
      const folder = river.report();
      const { page, troubles } = await open(browser);
      await page.goto(pathToFileURL(join(folder, "glossary.html")).href);
      const concept = page.locator("#c-mobilization");
      await concept.locator("summary >> nth=0").click();
      assert.match(await concept.locator(".forms").innerText(), /мобилизацией, /);
      await concept.locator("summary >> nth=1").click();
      assert.match(await concept.locator(".occurrences li >> nth=0").innerText(), /draft/);
      assert.equal(await concept.locator(".is-fault").count(), 1);
      assert.match(await page.locator("#c-port .finding.error").innerText(), /port/);
      assert.match(await page.locator(".suggestion >> nth=0").innerText(), /речной трамвай[^]*river tram/);
      assert.deepEqual(await violations(page), []);
      await page.selectOption("[name=show]", "doubtful");
      await page.waitForFunction(() => document.querySelectorAll(".concept:not([hidden])").length === 2);
      // From a term to the places where it occurs, by keys.
      await page.goto(pathToFileURL(join(folder, "documents", readdirSync(join(folder, "documents")).find((name) => /^river-.*html/.test(name)))).href);
      await page.keyboard.press("KeyJ");
      await page.keyboard.press("KeyT");
      assert.match(await page.locator(".card").innerText(), /mobilization[^]*О мобилизации говорили[^]*Мобилизацию отменили/);
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".chosen").textContent.includes("О мобилизации"));
      await page.keyboard.press("KeyT");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".card").count(), 0);
      assert.deepEqual(troubles, []);
    } finally {
      river.remove();
    }
  });

  test("is walked by keys on a Russian keyboard too", async () => {
    const { page } = await open(browser);
    await page.goto(address(pageOf("a")));
    await page.keyboard.press("KeyJ");
    assert.match(await page.locator(".chosen").innerText(), /Письма/);
    await page.evaluate(() => dispatchEvent(Object.assign(new KeyboardEvent("keydown", { code: "KeyN", key: "т", bubbles: true }))));
    await page.locator("body").press("KeyN");
    assert.match(await page.locator(".chosen").innerText(), /снег/);
  });

  test("speaks Russian on its other pages", async () => {
    const { page, troubles } = await open(browser);
    await page.goto(address(pageOf("a")));
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "lang"), "ru");
    assert.match(await page.locator("main").innerText(), /Не переведено/);
    await page.click("nav a >> nth=1");
    assert.match(await page.locator(".concept").innerText(), /встречается/);
    assert.deepEqual(troubles, []);
  });

  for (const [name, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["360 pixels", { viewport: { width: 360, height: 740 } }]]) {
    test(`is readable and accessible: ${name}`, async () => {
      for (const file of ["index.html", pageOf("a"), "glossary.html", "ru/" + pageOf("b")]) {
        const { page, troubles } = await open(browser, options);
        await page.goto(address(file));
        assert.deepEqual(await violations(page), [], file);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${file} is ${wide} pixels too wide`);
        assert.deepEqual(troubles, []);
        await page.context().close();
      }
    });
  }

  test("is whole without a script, and on paper", async () => {
    const { page } = await open(browser, { javaScriptEnabled: false });
    await page.goto(address(pageOf("a")));
    assert.match(await page.locator("#text").innerText(), /Nobody complained/);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".top nav").isVisible(), false);
  });
});
