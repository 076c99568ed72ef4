// Walks through the screens in a real Chromium, in both themes and on a phone, writes pictures to screenshots/ and
// fails on console errors and on axe violations. Needs a running dev server: npm run dev:fake
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const base = process.env.DIRECTOR_WEB ?? 'http://localhost:5173';
const only = process.argv.slice(2);
const folder = new URL('../screenshots/', import.meta.url).pathname;
const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let failures = 0;

async function session(theme, size, language = 'en') {
  const context = await browser.newContext({ viewport: sizes[size], bypassCSP: true, locale: language });
  await context.addInitScript(
    ([chosen, lang]) => {
      localStorage.setItem('director.preferences', JSON.stringify({ state: { theme: chosen }, version: 0 }));
      localStorage.setItem('director.language', lang);
      localStorage.setItem('director.signedIn', '1');
    },
    [theme, language],
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'error' || /401|409/.test(message.text())) return;
    failures++;
    console.log(`console error on ${page.url()}: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', (error) => {
    failures++;
    console.log(`page error on ${page.url()}: ${error.message}`);
  });
  return { context, page };
}

async function look(page, name) {
  if (only.length > 0 && !only.some((part) => name.includes(part))) return;
  await page.waitForTimeout(350);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }),
  );
  for (const violation of violations) {
    failures++;
    console.log(
      `${name}: ${violation.id} (${violation.nodes.length}) ${violation.nodes[0].target} ${violation.nodes[0].failureSummary.split('\n')[1]}`,
    );
  }
}

async function filmOf(page) {
  const films = await page.evaluate(() => fetch('/api/films').then((response) => response.json()));
  return films.items[0].film.id;
}

for (const theme of ['dark', 'light']) {
  for (const size of ['desk', 'phone']) {
    const { context, page } = await session(theme, size);
    const name = (screen) => `${screen}-${theme}-${size}`;
    await page.goto(`${base}/`);
    await page.waitForSelector('.film-card, .blank h2');
    await look(page, name('films'));
    const film = await filmOf(page);
    await page.goto(`${base}/f/${film}`);
    await page.waitForSelector('.card');
    await look(page, name('board'));
    const code = process.env.SHOT ?? 'SH0070';
    await page.goto(`${base}/f/${film}/shots/${code}`);
    await page.waitForSelector('.frame img');
    await look(page, name('shot'));
    await page.goto(`${base}/f/${film}/shots/${code}?a=5&b=4`);
    await page.waitForSelector('.desk');
    await look(page, name('compare'));
    await page.goto(`${base}/f/${film}/screening?from=SH0080`);
    await page.waitForSelector('.screen');
    await look(page, name('screening'));
    for (const screen of ['script', 'queue', 'activity', 'exports']) {
      await page.goto(`${base}/f/${film}/${screen}`);
      await page.waitForSelector('main h1');
      await look(page, name(screen));
    }
    for (const screen of ['providers', 'shortcuts', 'profile']) {
      await page.goto(`${base}/settings/${screen}`);
      await page.waitForSelector('main h1');
      await look(page, name(`settings-${screen}`));
    }
    if (size === 'desk') {
      await page.goto(`${base}/f/${film}`);
      await page.waitForSelector('.card');
      await page.keyboard.press('Control+k');
      await page.waitForSelector('dialog.palette');
      await look(page, name('palette'));
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.waitForSelector('.key-help');
      await look(page, name('keys'));
    }
    await context.close();
  }
}
const russian = await session('dark', 'desk', 'ru');
await russian.page.goto(`${base}/`);
await russian.page.waitForSelector('.film-card, .blank h2');
const film = await filmOf(russian.page);
await russian.page.goto(`${base}/f/${film}`);
await russian.page.waitForSelector('.card');
await look(russian.page, 'board-russian');
await russian.page.goto(`${base}/f/${film}/shots/${process.env.SHOT ?? 'SH0070'}`);
await russian.page.waitForSelector('.frame img');
await look(russian.page, 'shot-russian');
await browser.close();
console.log(failures === 0 ? 'no console errors, no axe violations' : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
