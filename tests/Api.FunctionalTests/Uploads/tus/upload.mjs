// Uploads a file with tus-js-client, breaks off after the first part, and goes on from what the server has.
import { readFileSync } from "node:fs";
import { Upload } from "tus-js-client";

const [endpoint, token, shotId, path] = process.argv.slice(2);
const bytes = readFileSync(path);
const options = {
  endpoint,
  chunkSize: 100_000,
  retryDelays: [0, 100],
  headers: { Authorization: `Bearer ${token}` },
  metadata: { filename: "SH0010 take — ё.wav", filetype: "audio/wav", shotId },
};

function run(more, onChunk) {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      ...options,
      ...more,
      onError: reject,
      onSuccess: () => resolve(upload),
      onChunkComplete: (_, accepted) => onChunk?.(upload, accepted, resolve),
    });
    upload.start();
  });
}

const broken = await run({}, (upload, accepted, resolve) => {
  console.log(`accepted ${accepted}`);
  upload.abort().then(() => resolve(upload));
});
const finished = await run({ uploadUrl: broken.url });
console.log(`finished ${new URL(finished.url).pathname}`);
const given = await run({}, (upload, _, resolve) => upload.abort(true).then(() => resolve(upload)));
const gone = await fetch(given.url, { headers: options.headers });
console.log(`given up ${gone.status}`);
