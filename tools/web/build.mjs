// Builds the web app into web/dist: packages first when the lock file changed, then the app, then compressed copies of
// what is worth compressing. Two builds at once (Debug and Release) wait for each other; the second finds it done. The
// new app is made beside the old one and takes its place whole, so a running server never serves half of each.
import { spawnSync } from "node:child_process";
import {
  closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync,
} from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const web = join(root, "web");
const dist = join(web, "dist");
const artifacts = join(root, "artifacts");
const lock = join(artifacts, "web.lock");
const patienceMs = 15 * 60 * 1000;
const compressible = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest"]);

mkdirSync(artifacts, { recursive: true });
await takeLock();
const made = join(artifacts, `web-${process.pid}`);
try {
  if (isStale(join(web, "node_modules", ".package-lock.json"), [join(web, "package-lock.json")])) {
    npm(["ci", "--no-audit", "--no-fund"]);
    touch(join(web, "node_modules", ".package-lock.json"), new Date());
  }
  if (isStale(join(dist, "index.html"), sources())) build();
} finally {
  rmSync(made, { recursive: true, force: true });
  rmSync(lock, { force: true });
}

function build() {
  const started = new Date();
  npm(["run", "build", "--", "--outDir", made, "--emptyOutDir"]);
  for (const file of files(made)) compress(file);
  // A source changed while it was being built is newer than this, and so is built next time.
  touch(join(made, "index.html"), started);
  const old = `${made}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Smaller copies beside the file, for browsers that take them; not for what is small or does not shrink. */
function compress(file) {
  if (!compressible.has(extname(file))) return;
  const content = readFileSync(file);
  if (content.length < 1024) return;
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  writeFileSync(`${file}.br`, brotli);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

function sources() {
  const single = ["package.json", "package-lock.json", "index.html"].map((name) => join(web, name));
  const configuration = readdirSync(web)
    .filter((name) => /^(vite\.config\.|tsconfig.*\.json$)/.test(name))
    .map((name) => join(web, name));
  return [...single, ...configuration, ...files(join(web, "src")), ...files(join(web, "public")), fileURLToPath(import.meta.url)];
}

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function isStale(result, inputs) {
  if (!existsSync(result)) return true;
  const made = statSync(result).mtimeMs;
  return inputs.some((input) => existsSync(input) && statSync(input).mtimeMs > made);
}

function npm(args) {
  const run = spawnSync("npm", args, { cwd: web, stdio: "inherit", shell: process.platform === "win32" });
  if (run.status === 0) return;
  rmSync(made, { recursive: true, force: true });
  rmSync(lock, { force: true });
  console.error(`npm ${args[0]} failed in the folder web; its own message stands above.`);
  process.exit(1);
}

function touch(file, time) {
  utimesSync(file, time, time);
}

/** The lock names its holder, so that one left by a killed build is not waited for. */
async function takeLock() {
  const until = Date.now() + patienceMs;
  while (true) {
    try {
      const file = openSync(lock, "wx");
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (isAbandoned()) {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > until) throw new Error(`Another build has held ${lock} for too long. Remove it if none is running.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isAbandoned() {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Just made and not yet written: somebody is there.
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
