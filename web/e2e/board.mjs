// The board by hand, in a real Chromium against a real server: a card, several marked cards and a scene are carried, taken
// back, and put back when the server refuses; a feature of 1,300 shots keeps its place and draws what is near the view.
// Usage: node e2e/board.mjs <address of an empty server>
import { openBrowser } from './browser.mjs';
import { listen } from './inspect.mjs';

const [base] = process.argv.slice(2);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 1200 } });
const heard = listen(page);
const at = { headers: { Origin: base } };
const owner = { name: 'Anna', email: 'anna@example.test', password: 'the ferry leaves at dawn', workspaceName: 'Ferry films' };

const post = async (path, data) => {
  const answer = await page.request.post(base + path, { ...at, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
};
async function filmOf(title, scenes, shots) {
  const film = await post('/api/films', { title });
  // Long enough that each paragraph is proposed as a shot of its own.
  const walk =
    'She walks along the wall with one hand on it, stops where the paper has come off, listens, and goes on more slowly.';
  const action = (scene) => Array.from({ length: shots }, (_, n) => `${walk} She has come to window ${scene}.${n + 1}.`);
  const script = Array.from({ length: scenes }, (_, n) => [`INT. CORRIDOR ${n + 1} - NIGHT`, ...action(n + 1)].join('\n\n')).join(
    '\n\n',
  );
  await page.request.post(`${base}/api/films/${film.id}/import?format=fountain`, {
    headers: { ...at.headers, 'Content-Type': 'text/plain' },
    data: script,
  });
  return film.id;
}
const card = (code) => page.locator('[data-shot]', { has: page.locator(`strong:text-is("${code}")`) });
const shown = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-lane]')]
      .map((lane) => [...lane.querySelectorAll('[data-shot] strong')].map((code) => code.textContent.slice(-3)).join(' '))
      .join(' | '),
  );
const stored = async (film) => {
  const { scenes } = await (await page.request.get(`${base}/api/films/${film}/structure`)).json();
  return scenes.map((scene) => scene.shots.map((shot) => shot.code.slice(-3)).join(' ')).join(' | ');
};
async function carry(from, to, { along = 0.9, down = 0.5 } = {}) {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  await page.mouse.move(start.x + Math.min(60, start.width / 2), start.y + start.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(start.x + 70, start.y + start.height * 0.6 + 12, { steps: 4 });
  await page.mouse.move(end.x + end.width * along, end.y + end.height * down, { steps: 8 });
  await page.waitForTimeout(120);
  const said = await page.locator('p[role=status]').allTextContents();
  await page.mouse.up();
  return said.join('');
}
async function becomes(film, wanted, what) {
  for (const end = Date.now() + 20_000; Date.now() < end; await page.waitForTimeout(100)) {
    if ((await shown()) === wanted && (await stored(film)) === wanted) return;
  }
  throw new Error(`${what}: wanted ${wanted}, the page shows ${await shown()}, the server has ${await stored(film)}`);
}
/** Once the page knows that it was done: the toast says so. */
async function takeBack() {
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).first().waitFor();
  await page.keyboard.press('Control+z');
}
const check = (what, holds) => {
  if (!holds) throw new Error(what);
};

try {
  await post('/api/setup', { ...owner, demoFilm: false });
  await page.addInitScript(() => localStorage.setItem('director.signedIn', '1'));
  const small = await filmOf('Small', 3, 3);
  const order = '010 020 030 | 040 050 060 | 070 080 090';
  await page.goto(`${base}/f/${small}`);
  await card('SH0090').waitFor({ timeout: 30_000 });
  await becomes(small, order, 'the script');

  const said = await carry(card('SH0010'), card('SH0030'));
  check(`The place was not said: ${said}`, said.includes('After SH0030'));
  await becomes(small, '020 030 010 | 040 050 060 | 070 080 090', 'a card carried within its scene');
  check(`Letting go opened ${page.url()}`, page.url().endsWith(small));
  await takeBack();
  await becomes(small, order, 'taking that back');

  for (const code of ['SH0060', 'SH0020']) await card(code).getByRole('button', { name: /^Mark/ }).click();
  await carry(card('SH0020'), card('SH0070'), { along: 0.1 });
  await becomes(small, '010 030 | 040 050 | 020 060 070 080 090', 'two marked cards carried to a third scene');
  await takeBack();
  await becomes(small, order, 'taking those back');

  await carry(page.locator('.lane-grip').first(), page.locator('[data-lane]').nth(1), { along: 0.5, down: 0.8 });
  await becomes(small, '040 050 060 | 010 020 030 | 070 080 090', 'a scene carried below the next');
  await takeBack();
  await becomes(small, order, 'taking the scene back');

  heard.expect([409]);
  await page.route('**/reorder', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: { title: 'Refused for the test.', status: 409, code: 'x', retryable: false },
    }),
  );
  await carry(card('SH0010'), card('SH0030'));
  await page.getByText('Refused for the test.').waitFor();
  await becomes(small, order, 'a refused move');
  await page.unroute('**/reorder');
  heard.expect([]);

  const feature = await filmOf('Feature', 190, 7);
  await page.goto(`${base}/f/${feature}`);
  await card('SH0010').waitFor({ timeout: 30_000 });
  const scroll = await page.evaluate(async () => {
    const board = document.querySelector('main.board');
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const seen = { shots: document.body.innerText.match(/[\d,]+ shots/)[0], nodes: 0, heights: [] };
    for (let y = 0; y < board.scrollHeight; y += 600) {
      board.scrollTop = y;
      await painted();
      seen.nodes = Math.max(seen.nodes, document.querySelectorAll('*').length);
      seen.heights.push(board.scrollHeight);
    }
    return { ...seen, heights: [Math.min(...seen.heights), Math.max(...seen.heights)] };
  });
  const [lowest, highest] = scroll.heights;
  check(`The film has ${scroll.shots}`, Number.parseInt(scroll.shots.replace(',', '')) >= 1_300);
  check(`${scroll.nodes} elements at once`, scroll.nodes <= 5_000);
  check(`The board's height went between ${lowest} and ${highest}`, highest - lowest <= lowest * 0.01);

  await page.evaluate(() => (document.querySelector('main.board').scrollTop = 0));
  await card('SH0010').waitFor();
  const start = await card('SH0010').boundingBox();
  await page.mouse.move(start.x + 60, start.y + 150);
  await page.mouse.down();
  await page.mouse.move(start.x + 80, start.y + 170, { steps: 4 });
  await page.mouse.move(start.x + 80, 1190, { steps: 6 });
  await page.waitForFunction(() => document.querySelector('main.board').scrollTop > 1_500, null, { timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(300);
  check(`Giving up opened ${page.url()}`, page.url().endsWith(feature));
  const complaints = heard.take();
  check(`The pages complained:\n${complaints.join('\n')}`, complaints.length === 0);
  console.log(JSON.stringify(scroll));
} catch (error) {
  console.error(`${error.message}\nAt ${page.url()}\n${heard.take().join('\n')}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
