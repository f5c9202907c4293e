// Makes the packages for npm: one a platform, which holds a binary, and the launcher that needs them.
//
//   node packaging/npm/build.mjs OUTPUT PLATFORM=BINARY…
//
// PLATFORM is `linux-x64`, `linux-x64-musl`, `darwin-arm64`, `win32-x64` …, as npm names systems and
// processors. Each package becomes a folder under OUTPUT, ready for `npm pack` or `npm publish`.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const launcher = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

function fill(folder, manifest, files) {
  mkdirSync(folder, { recursive: true });
  for (const file of [...files, join(root, "LICENSE-MIT"), join(root, "LICENSE-APACHE")]) {
    copyFileSync(file, join(folder, basename(file)));
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
}

function platformPackage(output, platform, binary) {
  const [os, cpu, libc] = platform.split("-");
  const name = os === "win32" ? "sverka.exe" : "sverka";
  const folder = join(output, platform);
  const { version, description, license, repository } = launcher;
  const manifest = {
    name: `@sverka/${platform}`, version, description, license, repository,
    os: [os], cpu: [cpu], files: [name, "LICENSE-MIT", "LICENSE-APACHE"], preferUnplugged: true,
  };
  if (os === "linux") manifest.libc = [libc ?? "glibc"];
  fill(folder, manifest, []);
  copyFileSync(binary, join(folder, name));
  chmodSync(join(folder, name), 0o755);
  return manifest.name;
}

const [output, ...binaries] = process.argv.slice(2);
if (!output || binaries.length === 0 || !binaries.every((given) => given.includes("="))) {
  console.error("usage: node packaging/npm/build.mjs OUTPUT PLATFORM=BINARY…");
  process.exit(2);
}
const names = binaries.map((given) => {
  const [platform, ...path] = given.split("=");
  return platformPackage(output, platform, path.join("="));
});
const optionalDependencies = Object.fromEntries(names.map((name) => [name, launcher.version]));
fill(join(output, "sverka"), { ...launcher, optionalDependencies }, [
  join(here, "sverka.js"), join(root, "README.md"),
]);
