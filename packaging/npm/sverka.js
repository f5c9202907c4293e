#!/usr/bin/env node
// Runs the binary of this platform, which npm installed beside this package.
"use strict";

const { spawnSync } = require("node:child_process");

function platform() {
  if (process.platform !== "linux") return `${process.platform}-${process.arch}`;
  const report = process.report?.getReport();
  const isMusl = !report?.header?.glibcVersionRuntime;
  return `linux-${process.arch}${isMusl ? "-musl" : ""}`;
}

function binary() {
  const name = `@sverka/${platform()}`;
  try {
    return require.resolve(`${name}/${process.platform === "win32" ? "sverka.exe" : "sverka"}`);
  } catch {
    console.error(
      `sverka: there is no package ${name}. Either there is no binary for this platform, or npm was ` +
        "run with --omit=optional. `cargo install sverka` builds one.",
    );
    process.exit(2);
  }
}

const run = spawnSync(binary(), process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error(`sverka: ${run.error.message}`);
  process.exit(2);
}
if (run.signal) process.kill(process.pid, run.signal);
process.exit(run.status ?? 2);
