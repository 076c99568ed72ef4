// A scene is shown to somebody without an account: the owner makes the link, a second browser opens it, sees that scene and
// nothing else, writes and circles; the owner reads it as it comes, takes the link back, and the door is closed.
// Usage: node e2e/guests.mjs <address of an empty server> [folder for pictures]
import { mkdir } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';
import { accessibilityFaults, listen, overflowFaults } from './inspect.mjs';

const [base, pictures] = process.argv.slice(2);
const browser = await openBrowser();
const at = { headers: { Origin: base }, timeout: 240_000 };
const owner = { name: 'Anna', email: 'anna@example.test', password: 'the ferry leaves at dawn', workspaceName: 'Ferry films' };
const passphrase = 'grey herons';

async function person(viewport, signedIn) {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  await context.addInitScript((known) => {
    localStorage.setItem('director.language', 'en');
    if (known) localStorage.setItem('director.signedIn', '1');
  }, signedIn);
  const page = await context.newPage();
  return { context, page, heard: listen(page) };
}
const check = (what, holds) => {
  if (!holds) throw new Error(what);
};
const quiet = (who, { heard }) => {
  const complaints = heard.take();
  check(`${who}'s pages complained:\n${complaints.join('\n')}`, complaints.length === 0);
};
async function fits(what, { page }) {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    await page.waitForTimeout(250);
    if (pictures) await page.screenshot({ path: `${pictures}/${what}-${theme}-${page.viewportSize().width}.png` });
    const faults = [...(await accessibilityFaults(page)), ...(await overflowFaults(page))];
    check(`${what} (${theme}):\n${faults.join('\n')}`, faults.length === 0);
  }
}

const anna = await person({ width: 1440, height: 900 }, true);
const greta = await person({ width: 390, height: 844 }, false);
try {
  if (pictures) await mkdir(pictures, { recursive: true });
  const done = await anna.page.request.post(`${base}/api/setup`, { ...at, data: { ...owner, demoFilm: true } });
  check(`Set-up was refused: ${done.status()}`, done.ok());
  const films = await (await anna.page.request.get(`${base}/api/films`)).json();
  const film = films.items[0].film.id;
  const { scenes } = await (await anna.page.request.get(`${base}/api/films/${film}/structure`)).json();
  const scene = scenes[1];

  // The owner shares one scene.
  await anna.page.goto(`${base}/f/${film}`);
  await anna.page
    .locator('[data-lane]')
    .nth(1)
    .getByRole('button', { name: /^More for scene/ })
    .click();
  await anna.page.getByRole('menuitem', { name: 'Share the scene…' }).click();
  await anna.page.getByLabel('Name', { exact: true }).fill('Dailies');
  await anna.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await anna.page.getByRole('checkbox', { name: /Write notes/ }).check();
  await anna.page.getByRole('checkbox', { name: /Circle takes/ }).check();
  await anna.page.getByRole('checkbox', { name: /Watermark/ }).check();
  await fits('share', anna);
  await anna.page.getByRole('button', { name: 'Make the link' }).click();
  const url = await anna.page.getByLabel('The link').inputValue();
  check(`The link is ${url}`, url.startsWith(`${base}/r/`));
  await fits('link', anna);
  await anna.page.getByRole('button', { name: 'Done' }).click();
  const token = url.slice(`${base}/r/`.length);

  // The guest comes in, with one wrong passphrase on the way.
  const asked = [];
  greta.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await greta.page.goto(url);
  await greta.page.getByLabel('Your name').fill('Greta');
  await greta.page.getByLabel('Passphrase').fill('grey geese');
  greta.heard.expect([403]);
  await greta.page.getByRole('button', { name: 'Look' }).click();
  await greta.page.getByText('This is not the passphrase of the link.').waitFor();
  await fits('door', greta);
  greta.heard.take();
  greta.heard.expect([]);
  await greta.page.getByLabel('Passphrase').fill(passphrase);
  await greta.page.getByRole('button', { name: 'Look' }).click();
  await greta.page.locator('.review-stage .whole').waitFor();

  // That scene and nothing else.
  const codes = await greta.page.locator('.review-shot strong').allTextContents();
  check(`The guest sees ${codes.join(' ')}`, codes.join() === scene.shots.map((shot) => shot.code).join());
  const content = await (await greta.page.request.get(`${base}/api/r/${token}/content`)).json();
  check('Only the shared scene is told of', content.scenes.length === 1 && content.scenes[0].id === scene.id);
  for (const path of [`/api/films/${film}/structure`, '/api/me', '/api/events/stream', '/api/share-links'])
    check(`${path} is open to the guest`, (await greta.page.request.get(base + path)).status() === 401);

  // The picture is loaded, and it is not the crew's own.
  const drawn = await greta.page
    .locator('.review-stage .whole')
    .evaluate((image) => image.decode().then(() => image.naturalWidth));
  check(`The picture is ${drawn} pixels wide`, drawn > 100);
  const theirs = await greta.page.locator('.review-stage .whole').getAttribute('src');
  const takeId = new URL(theirs, base).pathname.split('/').at(-1);
  const seen = await (await greta.page.request.get(new URL(theirs, base).href)).body();
  const original = await (await anna.page.request.get(`${base}/api/assets/${takeId}/media`)).body();
  check('The watermark is in the bytes', !seen.equals(original) && seen.length > 1_000);

  // Arrows walk the takes and the shots.
  const now = () => greta.page.locator('.review-stage .whole').getAttribute('src');
  const takes = await greta.page.locator('.review-take').count();
  check(`There are ${takes} takes`, takes > 1);
  await greta.page.locator('.review-take').first().click();
  const first = await now();
  await greta.page.locator('.review-take').first().blur();
  await greta.page.keyboard.press('ArrowRight');
  await greta.page.waitForFunction((was) => document.querySelector('.review-stage .whole')?.getAttribute('src') !== was, first);
  await greta.page.keyboard.press('ArrowLeft');
  await greta.page.waitForFunction((was) => document.querySelector('.review-stage .whole')?.getAttribute('src') === was, first);
  await fits('review', greta);

  // The owner has the shot open; the guest writes and circles, and the owner reads it as it comes.
  const code = codes[0];
  await anna.page.goto(`${base}/f/${film}/shots/${encodeURIComponent(code)}?take=1`);
  await anna.page.getByRole('radio', { name: 'Notes' }).click();
  await anna.page.getByText('Nobody wrote about this take yet.').waitFor();
  await greta.page.getByLabel('Write a note on this take').fill('Her hand should stay on the frame.');
  await greta.page.getByRole('button', { name: 'Send' }).click();
  await greta.page.locator('.note-text', { hasText: 'Her hand' }).waitFor();
  await greta.page.getByRole('button', { name: 'Circle', exact: true }).click();
  await greta.page.getByRole('button', { name: 'Circled', exact: true }).waitFor();
  check('Choosing was not allowed and is offered', (await greta.page.getByRole('button', { name: /Select take/ }).count()) === 0);
  const note = anna.page.locator('.note-item', { hasText: 'Her hand should stay on the frame.' });
  await note.waitFor({ timeout: 10_000 });
  check('The note says who', (await note.innerText()).includes('Greta') && (await note.innerText()).includes('Guest'));
  await fits('notes', anna);
  await note.getByRole('button', { name: 'Dealt with' }).click();
  await anna.page.getByRole('button', { name: 'Show 1 that is dealt with' }).waitFor();

  // Both are in the record, under the guest's name.
  await anna.page.goto(`${base}/f/${film}/activity?what=notes`);
  await anna.page.locator('.activity li', { hasText: 'Greta' }).first().waitFor();
  await fits('activity', anna);
  await anna.page.goto(`${base}/settings/activity?what=sharing`);
  await anna.page.locator('.activity li', { hasText: 'came in by a link' }).waitFor();
  await fits('record', anna);

  // Who looked, and the end of it.
  await anna.page.goto(`${base}/f/${film}`);
  await anna.page.getByRole('button', { name: 'Share', exact: true }).click();
  await anna.page.getByRole('radio', { name: 'Links' }).click();
  await anna.page.getByRole('button', { name: 'Who looked' }).click();
  await anna.page.getByRole('cell', { name: 'came in' }).waitFor();
  await fits('links', anna);
  await anna.page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await anna.page.getByRole('button', { name: 'Revoke the link' }).click();
  await anna.page.getByText('Revoked', { exact: true }).waitFor();

  greta.heard.expect([404]);
  const since = Date.now();
  await greta.page.getByRole('button', { name: 'Circled', exact: true }).click();
  await greta.page.getByText('This link is not open').waitFor({ timeout: 5_000 });
  const shut = Date.now() - since;
  await fits('closed', greta);
  check('The picture is still given', (await greta.page.request.get(new URL(theirs, base).href)).status() === 404);
  greta.heard.take();

  const strayed = asked.filter((path) => path.startsWith('/api/') && !path.startsWith(`/api/r/${token}`));
  check(`The guest's page asked ${strayed.join(' ')}`, strayed.length === 0);
  quiet('Greta', greta);
  quiet('Anna', anna);
  console.log(JSON.stringify({ shots: codes.length, takes, shut }));
} catch (error) {
  if (pictures) {
    await anna.page.screenshot({ path: `${pictures}/failed-anna.png` }).catch(() => undefined);
    await greta.page.screenshot({ path: `${pictures}/failed-greta.png` }).catch(() => undefined);
  }
  console.error(`${error.message}\nAt ${anna.page.url()} and ${greta.page.url()}`);
  console.error([...anna.heard.take(), ...greta.heard.take()].join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
