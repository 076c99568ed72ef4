// Measures the JavaScript a visitor loads: the entry with everything it imports at once, and what each screen adds.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const firstLoadLimit = 150 * 1024;
const screenLimit = 80 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));
const gzipped = async (file) => gzipSync(await readFile(new URL(file, dist))).length;

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}
async function weigh(keys) {
  let sum = 0;
  for (const key of keys) sum += await gzipped(manifest[key].file);
  return sum;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = closure(entry);
const rows = [['first load', await weigh(first), firstLoadLimit]];
for (const key of Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry)) {
  const own = [...closure(key)].filter((part) => !first.has(part));
  rows.push([key.replace('src/', ''), await weigh(own), screenLimit]);
}
let failed = false;
for (const [name, bytes, limit] of rows) {
  failed ||= bytes > limit;
  console.log(`${(bytes / 1024).toFixed(1).padStart(6)} KB  ${bytes > limit ? 'TOO BIG  ' : ''}${name}`);
}
process.exit(failed ? 1 : 0);
