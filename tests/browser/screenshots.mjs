// Makes the pictures of docs/desk.md anew: `node screenshots.mjs`. They show Sverka's own texts in a
// copy, with some work left to do.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { launch, open } from "./browser.mjs";
import { binary } from "./project.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = join(root, "docs/pictures");
const copy = join(mkdtempSync(join(tmpdir(), "sverka-pictures-")), "letters");
/** What a person commits on a day. */
const when = (date) => ({ GIT_AUTHOR_DATE: `${date}T12:00:00Z`, GIT_COMMITTER_DATE: `${date}T12:00:00Z` });
const git = (...given) => execFileSync("git", ["-c", "user.name=Anna", "-c", "user.email=anna@example.org", ...given], { cwd: copy });
function commit(date, who, subject, ...paths) {
  git("add", ...paths);
  execFileSync("git", ["-c", `user.name=${who}`, "-c", "user.email=who@example.org", "commit", "--quiet", "--message", subject], { cwd: copy, env: { ...process.env, ...when(date) } });
}
const replace = (path, old, text) => {
  const full = join(copy, path);
  const before = readFileSync(full, "utf8");
  if (!before.includes(old)) throw new Error(`${path} has no ${old}`);
  writeFileSync(full, before.replace(old, text));
};

mkdirSync(copy);
for (const name of ["source-ru", "translations", "glossary", "sverka.toml", "README.md", "README.ru.md"]) cpSync(join(root, name), join(copy, name), { recursive: true });
git("init", "--quiet", "--initial-branch=main");
git("config", "user.name", "Anna");
commit("2026-02-03", "Вера", "Write the letters", "sverka.toml", "glossary", "source-ru");
// The translation grew document by document.
const folders = ["letters", "essays"].map((folder) => `translations/${folder}`);
const done = folders.flatMap((folder) => readdirSync(join(copy, folder)).sort().map((name) => `${folder}/${name}`));
done.forEach((path, at) => commit(`2026-${String(3 + Math.floor(at / 4)).padStart(2, "0")}-${String(4 + 6 * (at % 4)).padStart(2, "0")}`, at % 3 ? "Anna" : "Tom", `Translate ${path}`, path));
commit("2026-08-01", "Anna", "Translate the rest", ".");
replace("source-ru/letters/02-moskva.md", "девятнадцать", "семнадцать");
replace("source-ru/letters/02-moskva.md", "хватило.", "хватило. Занимать у брата двадцать тысяч рублей я не стал.");
replace("translations/letters/02-moskva.md", "fourteen months", "forty months");
commit("2026-09-12", "Вера", "Correct the letter", ".");
execFileSync(binary, ["accept", "--quiet", "source-ru/letters/01-predislovie.md", "source-ru/letters/04-ural.md"], { cwd: copy });
execFileSync(binary, ["accept", "--quiet", "--state", "approved", "source-ru/essays"], { cwd: copy });
for (const line of [1, 3]) execFileSync(binary, ["accept", "--quiet", "--segment", `source-ru/letters/02-moskva.md:${line}`], { cwd: copy });

const desk = spawn(binary, ["desk", "--no-open"], { cwd: copy });
let address = "";
for await (const some of desk.stdout) {
  address += some;
  if (address.includes("\n")) break;
}
const browser = await launch();
mkdirSync(pictures, { recursive: true });

async function picture(name, options, act) {
  const { page } = await open(browser, { viewport: { width: 1240, height: 820 }, ...options });
  await page.goto(address.trim());
  await act(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(pictures, name + ".png") });
  await page.context().close();
}

async function letter(page) {
  await page.click("a:has-text('02-moskva')");
  await page.waitForSelector("#text");
}
await picture("overview", {}, async () => {});
await picture("overview-dark", { colorScheme: "dark" }, async () => {});
await picture("document", {}, async (page) => {
  await letter(page);
  await page.keyboard.press("KeyN");
});
await picture("editing", { colorScheme: "dark" }, async (page) => {
  await letter(page);
  await page.click("article:has-text('forty months')");
  await page.keyboard.press("KeyE");
  await page.waitForSelector("textarea");
  await page.locator("textarea").fill("I lived in Belgrade for forty years.");
  await page.waitForSelector(".editing .finding");
});
await picture("narrow", { viewport: { width: 390, height: 780 }, locale: "ru" }, async (page) => {
  await page.click("#language");
  await letter(page);
  await page.keyboard.press("KeyN");
});
await picture("glossary", {}, async (page) => {
  await page.click("nav a >> nth=1");
  await page.click("summary >> nth=2");
});

await browser.close();
desk.kill();
rmSync(dirname(copy), { recursive: true, force: true });
