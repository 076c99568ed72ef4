// Player, comparison, notes, contact sheet and screening room with clips whose frames say their number in pixels: what the
// page says is on the screen is read off the picture. Prints what it measured; fails on any wrong frame.
// Usage: node e2e/viewer.mjs <address of an empty server> [folder for pictures]
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { openBrowser } from './browser.mjs';
import { codedClip, readerSource, typeOf } from './coded-clips.mjs';

const [base, pictures] = process.argv.slice(2);
const owner = { name: 'Anna', email: 'anna@example.test', password: 'the ferry leaves at dawn' };
const rate = '24';
const length = 72;
if (pictures) await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(`${tmpdir()}/director-viewer-`);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const faults = [];
page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
page.on('response', (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`));
const check = (what, holds) => {
  if (!holds) faults.push(what);
};
const look = async (name) => pictures && page.screenshot({ path: `${pictures}/${name}.png` });
const call = async (method, path, data, headers = {}) => {
  const answer = await page.request.fetch(base + path, { method, data, headers: { Origin: base, ...headers } });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
};
const until = async (what, holds, ms = 15_000) => {
  for (const end = Date.now() + ms; Date.now() < end; await page.waitForTimeout(50)) if (await holds()) return;
  throw new Error(`Waited in vain: ${what}`);
};
/** What the pixels say, and what the page says, of a clip. */
const pixels = (selector) => page.$eval(selector, (video) => window.numberOn(video)).catch(() => -1);
const position = async () => Number(/\d+/.exec(await page.locator('.position-frame').textContent())[0]) - 1;
const measured = {};

try {
  await page.goto(`${base}/setup`);
  await call('POST', '/api/setup', { ...owner, workspaceName: 'Ferry films', demoFilm: false });
  await call('POST', '/api/auth/login', { email: owner.email, password: owner.password, mode: 'cookie' });
  const film = (await call('POST', '/api/films', { title: 'Counted', frameRate: rate })).id;
  const shots = [];
  for (const shot of [1, 2, 3]) {
    const made = await call('POST', `/api/films/${film}/shots`, { description: `Shot ${shot}`, durationFrames: length });
    shots.push(made);
    for (const take of shot === 1 ? [1, 2, 3] : [1]) {
      const codec = take === 2 ? 'vp9' : 'h264';
      const file = await codedClip(folder, codec, rate, length, shot * 1000 + (take - 1) * 100);
      const { id } = await call('POST', `/api/shots/${made.id}/takes`, { source: 'set' });
      await call('PUT', `/api/assets/${id}/media`, await readFile(file), { 'Content-Type': typeOf(codec) });
      if (take === 1) await call('PUT', `/api/shots/${made.id}/selected-take`, { takeId: id });
    }
  }
  await page.addInitScript(`${readerSource} localStorage.setItem('director.signedIn', '1');`);
  const address = `${base}/f/${film}/shots/${encodeURIComponent(shots[0].code)}`;
  await player(address);
  await comparison(address);
  await notes(address, shots[0]);
  await sheet(address);
  await screening(film);
  console.log(JSON.stringify(measured));
} catch (error) {
  await look('failed').catch(() => undefined);
  faults.push(`${error.stack}\nAt ${page.url()}`);
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
if (faults.length > 0) {
  console.error(faults.slice(0, 20).join('\n'));
  process.exitCode = 1;
}

async function player(address) {
  await page.goto(`${address}?take=1&frame=30`);
  const shown = async (frame) => {
    await until(
      `frame ${frame} by hand`,
      async () => (await position()) === frame && (await pixels('.frame video')) === 1000 + frame,
    );
  };
  await shown(30);
  await page.locator('body').press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await shown(32);
  await page.keyboard.press('Shift+ArrowLeft');
  await shown(8);
  await page.keyboard.press('=');
  await page.keyboard.type('212');
  await page.keyboard.press('Enter');
  await shown(60);
  const box = await page.locator('.scrubber').boundingBox();
  for (let at = 0; at < 40; at++) {
    const share = ((at * 37) % 100) / 100;
    await page.mouse.click(box.x + 1 + share * (box.width - 2), box.y + box.height / 2);
    await shown(await position());
  }
  // Playing: the frame that is said is the one on the screen, or a display's refresh behind it.
  await page.keyboard.press('Home');
  await page.locator('.scrubber').evaluate((element) => element.blur());
  await shown(0);
  await page.keyboard.press('Space');
  const off = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = [];
        const video = document.querySelector('.frame video');
        const step = () => {
          const said = Number(/\d+/.exec(document.querySelector('.position-frame').textContent)[0]) - 1;
          if (said > 2) seen.push(Math.abs(window.numberOn(video) - 1000 - said));
          if (said < 50) requestAnimationFrame(step);
          else resolve(seen);
        };
        step();
      }),
  );
  measured.playingOff = Math.max(...off);
  check(`While playing the counter is ${measured.playingOff} frames off`, measured.playingOff <= 1);
  await page.keyboard.press('Space');
  await page.waitForTimeout(150);
  await shown(await position());
  // A range is played and gone round in.
  for (const [frame, key] of [
    [10, 'i'],
    [20, 'o'],
  ]) {
    await page.keyboard.press('=');
    await page.keyboard.type(String(frame));
    await page.keyboard.press('Enter');
    await shown(frame);
    await page.keyboard.press(key);
  }
  await page.getByRole('button', { name: 'Loop' }).click();
  await page.keyboard.press('l');
  const round = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = [];
        const video = document.querySelector('.frame video');
        const end = performance.now() + 1500;
        const step = () => {
          seen.push(window.numberOn(video) - 1000);
          if (performance.now() < end) requestAnimationFrame(step);
          else resolve(seen);
        };
        step();
      }),
  );
  const [low, high] = [Math.min(...round), Math.max(...round)];
  check(`The range of 10 to 20 was played from ${low} to ${high}`, low >= 10 && high <= 21);
  check(
    'The range was not gone round in',
    round.some((frame, at) => at > 0 && frame < round[at - 1]),
  );
  await page.keyboard.press('k');
  await look('player');
}

async function comparison(address) {
  await page.goto(`${address}?a=1&b=2&mode=wipe&frame=40`);
  const [a, b] = ['.compare-layer[data-letter=A] video', '.compare-layer[data-letter=B] video'];
  const exact = async (frame) =>
    until(`both on ${frame}`, async () => (await pixels(a)) === 1000 + frame && (await pixels(b)) === 1100 + frame);
  await exact(40);
  await page.locator('body').press('ArrowLeft');
  await exact(39);
  const handle = page.getByRole('slider', { name: 'Where the wipe stands' });
  await handle.focus();
  await page.keyboard.press('PageDown');
  check('The wipe does not move by key', (await handle.getAttribute('aria-valuenow')) === '40');
  await handle.evaluate((element) => element.blur());
  await page.keyboard.press('Shift+ArrowLeft');
  await exact(15);
  await page.keyboard.press('Space');
  const drift = await page.evaluate(
    ([first, second]) =>
      new Promise((resolve) => {
        const seen = [];
        const [one, two] = [document.querySelector(first), document.querySelector(second)];
        const step = () => {
          const frame = window.numberOn(one) - 1000;
          if (frame > 20) seen.push(Math.abs(window.numberOn(two) - 1100 - frame));
          if (frame < 68) requestAnimationFrame(step);
          else resolve(seen.sort((x, y) => x - y));
        };
        step();
      }),
    [a, b],
  );
  measured.driftP95 = drift[Math.floor(drift.length * 0.95)];
  check(`B was ${measured.driftP95} frames off A (p95 of ${drift.length})`, measured.driftP95 <= 2);
  await until('A has played to its end', async () => (await pixels(a)) === 1000 + length - 1);
  await exact(length - 1);
  for (const mode of ['split', 'difference', 'flip', 'onion']) {
    await page.keyboard.press('w');
    await page.waitForURL((url) => url.searchParams.get('mode') === mode);
    await page.locator(`.compare-frame.${mode}`).waitFor();
    await exact(length - 1);
    await look(`compare-${mode}`);
  }
  await page.keyboard.press('w');
  await page.getByRole('button', { name: 'Take 3', exact: true }).first().click();
  await page.waitForURL((url) => url.searchParams.get('c') === '3');
  await until('C is on the same frame', async () => (await pixels('.compare-layer[data-letter=C] video')) === 1200 + length - 1);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const scales = await page.$$eval('.compare-zoomed', (layers) => [...new Set(layers.map((layer) => layer.style.transform))]);
  check(`The pictures are zoomed differently: ${scales}`, scales.length === 1 && scales[0].includes('scale(1.5)'));
  await look('compare-three');
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('a'));
}

async function notes(address, shot) {
  await page.goto(`${address}?take=1&frame=12`);
  await until('frame 12', async () => (await pixels('.frame video')) === 1012);
  await page.locator('body').press('d');
  const picture = await page.locator('.frame video').boundingBox();
  const at = (x, y) => [picture.x + picture.width * x, picture.y + picture.height * y];
  await page.mouse.move(...at(0.25, 0.25));
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(...at(0.25 + step * 0.05, 0.25 + step * 0.02));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Arrow', exact: true }).click();
  await page.mouse.move(...at(0.1, 0.9));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.5), { steps: 4 });
  await page.mouse.up();
  const field = page.getByLabel('Write a note on this take');
  await field.pressSequentially('Too bright, @An');
  await page.getByRole('option', { name: 'Anna' }).waitFor();
  await page.keyboard.press('Enter');
  await field.pressSequentially('look.');
  await look('notes-drawing');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-text .mention', { hasText: '@Anna' }).waitFor();
  const [{ id: take }] = await call('GET', `/api/shots/${shot.id}/takes`);
  const stored = async () => (await call('GET', `/api/takes/${take}/notes`)).items;
  const [note] = await stored();
  check(`The note is on frame ${note.frameIn}`, note.frameIn === 12 && note.mentions.length === 1);
  const [pen, arrow] = note.drawing.marks;
  const near = (value, wanted) => Math.abs(value - wanted) < 0.01;
  check(
    `The pen was at ${pen.points[0]}`,
    near(pen.points[0][0], 0.25) && near(pen.points[0][1], 0.25) && near(pen.points.at(-1)[0], 0.75),
  );
  check(`The arrow points to ${arrow.to}`, near(arrow.to[0], 0.5) && near(arrow.to[1], 0.5));
  // The drawing is as large as the picture, whatever its size.
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    await page.waitForTimeout(100);
    const [over, under] = [await page.locator('svg.drawing').boundingBox(), await page.locator('.frame video').boundingBox()];
    check(
      `At ${size.width} the drawing is ${JSON.stringify(over)} over ${JSON.stringify(under)}`,
      ['x', 'y', 'width', 'height'].every((side) => Math.abs(over[side] - under[side]) <= 1),
    );
  }
  await look('notes-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Reply' }).click();
  await page.getByLabel('Reply to Anna').fill('Done in take 2.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-replies .note-text', { hasText: 'Done in take 2.' }).waitFor();
  await page.getByRole('button', { name: 'Change the words' }).first().click();
  await page.getByLabel('Change the words').first().fill('Much too bright.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-text', { hasText: 'Much too bright.' }).waitFor();
  await page.locator('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await page.locator('.note-text', { hasText: 'Too bright' }).waitFor();
  await page.getByRole('button', { name: 'Dealt with' }).first().click();
  await until('the note is dealt with', async () => (await stored())[0].resolved);
  await page.keyboard.press('Control+z');
  await until('the note is open again', async () => !(await stored())[0].resolved);
  await look('notes');
}

async function sheet(address) {
  await page.goto(`${address}?take=2`);
  await page.locator('.take-bar').waitFor();
  await page.locator('body').press('v');
  await page.locator('.sheet .take').nth(2).waitFor();
  await look('sheet');
  await page.keyboard.press('Backspace');
  const focused = () => page.evaluate(() => document.activeElement?.closest('.sheet') && document.activeElement.innerText.trim());
  await until('the focus is on the next take', async () => /^(Take\s*)?3\b/.test((await focused()) ?? ''));
  await page.getByText('Take 2 rejected').waitFor();
  await page.keyboard.press('Control+z');
  await until('the take is back', async () => (await page.locator('.sheet .take.rejected').count()) === 0);
  await page.keyboard.press('ArrowLeft');
  await until('the arrow went back', async () => /^(Take\s*)?2\b/.test((await focused()) ?? ''));
  await page.keyboard.press('v');
}

async function screening(film) {
  await page.goto(`${base}/f/${film}/screening`);
  const on = '.screen-layer.on video';
  await until('the first frame', async () => (await pixels(on)) === 1000);
  await page.waitForTimeout(500);
  await page.locator('body').press('Space');
  const seen = await page.evaluate(
    (frames) =>
      new Promise((resolve) => {
        const samples = [];
        const step = (now) => {
          const video = document.querySelector('.screen-layer.on video');
          const [, seconds, rest] = /01:00:(\d\d):(\d\d)/.exec(document.querySelector('.room-foot .timecode').textContent);
          const said = Number(seconds) * 24 + Number(rest);
          samples.push({ now, said, number: video ? window.numberOn(video) : -1 });
          if (said < frames - 2) requestAnimationFrame(step);
          else resolve(samples);
        };
        requestAnimationFrame(step);
      }),
    length * 3,
  );
  const expected = (said) => (Math.floor(said / length) + 1) * 1000 + (said % length);
  const offs = seen.filter(({ said }) => said > 6).map(({ said, number }) => Math.abs(number - expected(said)));
  const sorted = offs.toSorted((x, y) => x - y);
  measured.screeningOffP95 = sorted[Math.floor(sorted.length * 0.95)];
  check(`The room was ${measured.screeningOffP95} frames off its timecode (p95)`, measured.screeningOffP95 <= 2);
  // A cut: from when the old shot's last picture came to when the new shot moved.
  const cuts = [2, 3].map((shot) => {
    const first = seen.findIndex(({ number }) => Math.floor(number / 1000) === shot);
    const before = seen.slice(0, first).findLastIndex(({ number }, at, all) => at > 0 && number !== all[at - 1].number);
    const moved = seen.findIndex(({ number }, at) => at > first && number !== seen[first].number);
    check(`Shot ${shot} begins with picture ${seen[first]?.number}`, first > 0 && seen[first].number - shot * 1000 <= 1);
    return { appears: Math.round(seen[first].now - seen[before].now), moves: Math.round(seen[moved].now - seen[first].now) };
  });
  measured.cutMs = cuts;
  check(
    `A cut took ${JSON.stringify(cuts)} ms`,
    cuts.every(({ appears, moves }) => appears <= 200 && moves <= 400),
  );
  await until('the film has ended', () => page.getByRole('button', { name: 'Play', exact: true }).isVisible());
  // Another take in place, and a note on the way.
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await until('frame 12', async () => (await pixels(on)) === 1012);
  await page.keyboard.press('Shift+ArrowDown');
  await until('the next take stands in its place on the same frame', async () => (await pixels(on)) === 1112);
  await page.getByText('not selected').waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('Write a note on this take').fill('From the room.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-text', { hasText: 'From the room.' }).waitFor();
  await page.getByRole('button', { name: 'frame 13' }).waitFor();
  await look('screening');
}
