// Takes pictures of the screens in a real Chromium, in both themes and on a phone, into screenshots/; fails on console
// errors and on axe violations. Of the fake backend (npm run dev:fake), or of a server that has the demonstration film:
//   DIRECTOR_WEB=http://localhost:5080 DIRECTOR_EMAIL=… DIRECTOR_PASSWORD=… npm run screenshots [part of a screen's name]
import { mkdir } from 'node:fs/promises';
import { openBrowser } from '../e2e/browser.mjs';
import { accessibilityFaults } from '../e2e/inspect.mjs';

const base = process.env.DIRECTOR_WEB ?? 'http://localhost:5173';
const only = process.argv.slice(2);
const folder = new URL('../screenshots/', import.meta.url).pathname;
const { DIRECTOR_EMAIL: email, DIRECTOR_PASSWORD: password } = process.env;
await mkdir(folder, { recursive: true });

const browser = await openBrowser();
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let failures = 0;

async function session(theme, size, language = 'en') {
  const context = await browser.newContext({ viewport: sizes[size], locale: language });
  await context.addInitScript(
    ([chosen, lang]) => {
      localStorage.setItem('director.preferences', JSON.stringify({ state: { theme: chosen }, version: 0 }));
      localStorage.setItem('director.language', lang);
      localStorage.setItem('director.signedIn', '1');
    },
    [theme, language],
  );
  const page = await context.newPage();
  if (email) {
    const data = { email, password, mode: 'cookie' };
    const answer = await page.request.post(`${base}/api/auth/login`, { headers: { Origin: base }, data });
    if (!answer.ok()) throw new Error(`Signing in was refused: ${await answer.text()}`);
  }
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
  for (const fault of await accessibilityFaults(page)) {
    failures++;
    console.log(`${name}: ${fault}`);
  }
}

async function filmOf(page) {
  const films = await page.evaluate(() => fetch('/api/films').then((response) => response.json()));
  return (films.items.find(({ film }) => film.name.startsWith('The Lighthouse')) ?? films.items[0]).film.id;
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
