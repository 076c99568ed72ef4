// The player's own code in a real Chromium on clips whose frames say their number: what it says is shown is what is shown.
// Prints seeks, wrong frames and times by rate and codec; playing, drift of a follower and its frames are measured too.
// Usage: node e2e/frame-truth.mjs [seeks a clip, 168]
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createServer } from 'vite';
import { openBrowser } from './browser.mjs';
import { codedClip, readerSource, typeOf } from './coded-clips.mjs';

const seeks = Number(process.argv[2] ?? 168);
const frames = 240;
const rates = ['24', '25', '24000/1001'];
const codecs = ['h264', 'vp9'];
const folder = await mkdtemp(`${tmpdir()}/director-frames-`);
const vite = await createServer({
  server: { port: 0, host: '127.0.0.1', hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const browser = await openBrowser();
try {
  await vite.listen();
  const { port } = vite.httpServer.address();
  const page = await browser.newPage();
  const clips = {};
  await page.route('**/clips/*', async (route) => {
    const { body, type } = clips[new URL(route.request().url()).pathname.split('/').pop()];
    await route.fulfill({ body, contentType: type, headers: { 'Accept-Ranges': 'bytes' } });
  });
  await page.route('**/blank', (route) => route.fulfill({ body: '<!doctype html><body></body>', contentType: 'text/html' }));
  await page.goto(`http://127.0.0.1:${port}/blank`);
  await page.evaluate(readerSource);
  const report = [];
  let wrong = 0;
  for (const codec of codecs) {
    for (const rate of rates) {
      const name = `${codec}-${rate.replace('/', '_')}`;
      const path = await codedClip(folder, codec, rate, frames);
      clips[name] = { body: await readFile(path), type: typeOf(codec) };
      const result = await page.evaluate(measure, { url: `/clips/${name}`, rate, frames, seeks });
      wrong += result.wrong + result.wrongPlaying;
      report.push({ codec, rate, ...result });
      if (result.lastFrame !== frames - 1)
        throw new Error(`${name} is said to end at frame ${result.lastFrame}, not ${frames - 1}`);
    }
  }
  console.table(report);
  const worst = Math.max(...report.map(({ driftP95 }) => driftP95));
  if (worst > 2) throw new Error(`a follower is ${worst} frames off (p95)`);
  if (wrong > 0) throw new Error(`${wrong} frames were not the ones they were said to be`);
} finally {
  await browser.close();
  await vite.close();
  await rm(folder, { recursive: true, force: true });
}

/** Runs in the page. */
async function measure({ url, rate, frames, seeks }) {
  const { FrameVideo } = await import('/src/player/frame-video.ts');
  const { parseRate } = await import('/src/film/rate.ts');
  const file = URL.createObjectURL(await (await fetch(url)).blob());
  const make = async (onShown) => {
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.src = file;
    document.body.append(video);
    await new Promise((resolve, reject) => {
      video.onloadeddata = resolve;
      video.onerror = () => reject(new Error(`cannot be played: ${video.error?.message}`));
    });
    return { video, clip: new FrameVideo(video, parseRate(rate), (frame) => onShown?.(frame, video)) };
  };
  const shown = (player, frame) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`frame ${frame} did not come; ${player.clip.shown} is shown`)), 5000);
      const look = () => {
        if (player.clip.shown !== frame || player.video.seeking) return requestAnimationFrame(look);
        clearTimeout(late);
        resolve();
      };
      look();
    });
  // The same seeks on every run.
  let state = 12345;
  const any = (below) => (state = (state * 1103515245 + 12345) & 0x7fffffff) % below;

  let heard = null;
  const a = await make((frame, video) => heard?.(frame, video));
  const lastFrame = a.clip.last;
  const times = [];
  let wrong = 0;
  for (let at = 0; at < seeks; at++) {
    // Half anywhere, half steps to a neighbour, as hands do.
    const target = at % 2 === 0 ? any(frames) : Math.max(0, Math.min(frames - 1, a.clip.shown + (at % 4 === 1 ? 1 : -1)));
    const from = performance.now();
    a.clip.hold(target);
    await shown(a, target);
    times.push(performance.now() - from);
    if (window.numberOn(a.video) !== target) wrong++;
  }
  // A hand that drags: only where it lets go counts, and that is exact.
  for (let at = 0; at < 30; at++) a.clip.hold(any(frames));
  a.clip.hold(77);
  await shown(a, 77);
  if (window.numberOn(a.video) !== 77) wrong++;

  // Playing, and a follower beside it.
  const b = await make();
  a.clip.hold(0);
  b.clip.hold(0);
  await shown(a, 0);
  await shown(b, 0);
  let [looked, wrongPlaying] = [0, 0];
  const drifts = [];
  heard = (frame, video) => {
    b.clip.chase(frame, 1);
    // In the callback of a frame the picture is that frame, or already the next where the machine is slow.
    const number = window.numberOn(video);
    looked++;
    if (number < frame || number > frame + 2) wrongPlaying++;
    if (frame > 12) drifts.push(Math.abs(b.clip.shown - frame));
  };
  a.clip.run(0, 1);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  heard = null;
  const stop = a.clip.shown;
  a.clip.hold(stop);
  b.clip.hold(stop);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await shown(a, stop);
  await shown(b, stop);
  if (window.numberOn(a.video) !== stop || window.numberOn(b.video) !== stop) wrong++;
  for (const { clip, video } of [a, b]) {
    clip.dispose();
    video.remove();
  }
  URL.revokeObjectURL(file);
  const sorted = (values) => values.toSorted((x, y) => x - y);
  const share = (values, part) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];
  return {
    seeks: times.length,
    wrong,
    msMedian: Math.round(share(times, 0.5)),
    msP95: Math.round(share(times, 0.95)),
    played: looked,
    wrongPlaying,
    driftP95: share(drifts, 0.95) ?? 99,
    lastFrame,
  };
}
