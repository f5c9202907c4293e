// Chromium without its own traffic, and a page that notes what a reader must never meet: an error
// on the console, a request that leaves the machine.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage"];

export async function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync);
  if (!executablePath) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A fresh page with `troubles`, the list of what went wrong on it. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    const isOfRefusal = /status of (403|409)/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isOfRefusal) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const isHere = url.protocol === "file:" || url.hostname === "127.0.0.1" || url.protocol === "data:";
    if (!isHere) troubles.push("asked for " + request.url());
  });
  return { page, troubles };
}

/** The memory of the largest page that is open, in megabytes: what is its own, not the program's. */
export async function memory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const own = ({ id }) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) / 1024;
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(own));
}

/** What axe-core finds against WCAG 2 A and AA. */
export async function violations(page) {
  // The page's own policy lets no script in; the inspector may.
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await session.send("Runtime.evaluate", { expression: readFileSync(AXE, "utf8") });
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await globalThis.axe.run(document, { runOnly: tags, preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + " " + node.any.map((one) => one.message).join("; ")).join(" | ")}`);
  });
  return found;
}
