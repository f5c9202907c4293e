// A hermetic project for the tests: texts, history, a term base, and a desk on it.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const binary = process.env.SVERKA ?? resolve(here, "../../target/debug/sverka");

const SOURCE = `# Письма с дороги

Утром шёл дождь. В полдень Иван купил двенадцать билетов до Самары. Дети вышли гулять.

> Мобилизацию объявили в сентябре.

- В очереди стояло 40 машин.
- Никто не жаловался.

Вечером приехал старый автобус. Водитель молчал.
`;

const TARGET = `# Letters from the Road

In the morning it **rained**. The children went out for a walk.

> Mobilization was announced in September.

- There were 50 cars in line.
- Nobody complained.

In the evening an old bus came. The driver was silent.
`;

const GLOSSARY = `[[concept]]
id = "mobilization"
definition = "Call-up of citizens for military service"
ru = [{ term = "мобилизация" }]
en = [{ term = "mobilization" }, { term = "draft", status = "forbidden" }]
`;

/** A document in which a term is called by three names, and something that has no entry by one. */
export const RIVER = {
  "source-ru/river.md": `Мобилизация задела всех. О мобилизации говорили в порту.

Речной трамвай не ходил. Речного трамвая ждали до вечера. За речным трамваем послали.

Мобилизацию отменили.
`,
  "translations/river.md": `The mobilization touched everyone. They talked of the draft in the port.

The river tram was not running. They waited for the river tram until evening. The river tram was sent for.

The mobilization was called off.
`,
  "glossary/b.toml": `[[concept]]
id = "port"
ru = [{ term = "порт" }]
en = [{ term = "port" }, { term = "port", status = "forbidden" }]

[[concept]]
id = "wind"
ru = [{ term = "ветер" }]
en = [{ term = "wind" }]
`,
};

export class Project {
  constructor(files = {}) {
    this.root = mkdtempSync(join(tmpdir(), "sverka-browser-"));
    this.home = mkdtempSync(join(tmpdir(), "sverka-home-"));
    this.when = "2026-01-15T12:00:00Z";
    this.git("init", "--quiet", "--initial-branch=main");
    const usual = { "source-ru/a.md": SOURCE, "translations/a.md": TARGET, "glossary/a.toml": GLOSSARY };
    for (const [path, text] of Object.entries({ ...usual, ...files })) this.write(path, text);
    this.commit("Translate");
    this.when = "2026-03-01T12:00:00Z";
    this.write("source-ru/a.md", SOURCE.replace("шёл дождь", "шёл холодный снег"));
    this.write("source-ru/b.md", "Новая глава ещё не переведена.\n");
    this.commit("Correct the original");
  }

  get environment() {
    const when = { GIT_AUTHOR_DATE: this.when, GIT_COMMITTER_DATE: this.when };
    const who = { GIT_AUTHOR_NAME: "Анна", GIT_AUTHOR_EMAIL: "a@example.org", GIT_COMMITTER_NAME: "Анна", GIT_COMMITTER_EMAIL: "a@example.org", ...when };
    return { PATH: process.env.PATH, HOME: this.home, GIT_CONFIG_NOSYSTEM: "1", ...who };
  }

  run(program, ...given) {
    return execFileSync(program, given, { cwd: this.root, env: this.environment, encoding: "utf8" });
  }

  git(...given) {
    return this.run("git", ...given);
  }

  commit(subject) {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", subject);
  }

  write(path, text) {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path) {
    return readFileSync(join(this.root, path), "utf8");
  }

  replace(path, old, text) {
    this.write(path, this.read(path).replace(old, text));
  }

  report(language = "en") {
    this.run(binary, "report", "--output", "site", "--lang", language, "--quiet");
    return join(this.root, "site");
  }

  /** How many seconds a command takes that finds nothing kept from an earlier one. What was kept is
   *  moved away: some file systems are slow where many files were removed just before. */
  seconds(...given) {
    const kept = join(this.root, ".git/sverka");
    if (existsSync(kept)) renameSync(kept, join(mkdtempSync(join(this.home, "kept-")), "sverka"));
    const begin = performance.now();
    spawnSync(binary, given, { cwd: this.root, env: this.environment, maxBuffer: 1 << 30 });
    return (performance.now() - begin) / 1000;
  }

  /** Opens a desk and gives its address; it ends with the project. */
  async desk(...given) {
    const child = spawn(binary, ["desk", "--no-open", ...given], { cwd: this.root, env: this.environment });
    (this.desks ??= []).push(child);
    let said = "";
    for await (const some of child.stdout) {
      said += some;
      if (said.includes("\n")) return said.trim();
    }
    throw new Error("the desk said no address");
  }

  remove() {
    for (const child of this.desks ?? []) child.kill();
    for (const folder of [this.root, this.home]) rmSync(folder, { recursive: true, force: true });
  }
}
