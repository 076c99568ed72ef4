// From nothing to a screened film, in a real Chromium against a real server: set-up, script, takes, picks, screening.
// Prints the clicks and chords it took, fails on console errors, on answers of 500 and more, and on anything that does not come.
// Usage: node e2e/golden-path.mjs <address of an empty server> [folder for pictures]
import { mkdir } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';

const [address, pictures] = process.argv.slice(2);
const script = `Title: The Ferry

EXT. LANDING - DAWN

A ferry waits in the fog. ANNA runs down the ramp.

INT. FERRY - DAY

ANNA
Where does this go?

The FERRYMAN looks at the water.

EXT. FAR SHORE - DUSK

Anna steps ashore. Nobody is there.
`;
if (pictures) await mkdir(pictures, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const faults = [];
page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
page.on('response', (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`));

let clicks = 0;
let chords = 0;
const click = async (locator) => {
  await locator.click({ timeout: 30_000 });
  clicks++;
};
const press = async (keys) => {
  await page.keyboard.press(keys);
  chords++;
};
const look = async (name) => pictures && page.screenshot({ path: `${pictures}/${name}.png` });
const button = (name) => page.getByRole('button', { name }).first();
const structure = (film) => page.evaluate((id) => fetch(`/api/films/${id}/structure`).then((answer) => answer.json()), film);
const shots = (film) => film.scenes.flatMap((scene) => scene.shots).concat(film.shots);
const until = async (what, check) => {
  for (const end = Date.now() + 90_000; Date.now() < end; await page.waitForTimeout(250)) {
    if (await check()) return;
  }
  throw new Error(`Waited in vain: ${what}`);
};

try {
  await page.goto(address);
  await page.waitForURL('**/setup');
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('E-mail').fill('anna@example.test');
  await page.getByLabel('Password', { exact: true }).fill('the ferry leaves at dawn');
  await page.getByLabel('Workspace', { exact: true }).fill('Ferry films');
  const demo = page.getByRole('checkbox').first();
  if (await demo.isChecked()) await click(demo);
  await look('1-setup');
  await press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/setup'), { timeout: 60_000 });

  const chooser = page.waitForEvent('filechooser');
  await click(button('Import a script'));
  await (await chooser).setFiles({ name: 'ferry.fountain', mimeType: 'text/plain', buffer: Buffer.from(script) });
  await button('Import').waitFor({ timeout: 30_000 });
  await look('2-report');
  await click(page.getByRole('button', { name: /^Import/ }).last());
  const film = () => new URL(page.url()).pathname.split('/')[2];
  await until('the film has its shots', async () => film() && shots(await structure(film())).length >= 3);
  await look('3-imported');

  await click(page.getByRole('button', { name: /Generate a take for/ }).first());
  const id = film();
  await until('every shot has a take', async () => shots(await structure(id)).every((shot) => shot.takeCount > 0));

  await page.goto(`${address}/f/${id}`);
  await page.getByText('Start picking').first().waitFor({ timeout: 30_000 });
  await look('4-board');
  const count = shots(await structure(id)).length;
  await press('n');
  for (let picked = 1; picked <= count; picked++) {
    await page.waitForURL('**/shots/**');
    await page
      .getByRole('button', { name: /Select take/ })
      .first()
      .waitFor({ timeout: 30_000 });
    if (picked === 1) await look('5-shot');
    await press('s');
    await until(`${picked} picks`, async () => shots(await structure(id)).filter((shot) => shot.selectedTake).length >= picked);
    if (picked < count) await press('n');
  }

  await page.goto(`${address}/f/${id}/screening`);
  await page.getByText(`${count} of ${count} picked`).waitFor({ timeout: 30_000 });
  await press('Space');
  const timecode = () => page.evaluate(() => document.body.innerText.match(/01:00:\d\d:\d\d/g)?.at(-1));
  await until('the film runs', async () => (await timecode()) > '01:00:01:00');
  await press('Space');
  await look('6-screening');
  await press('ArrowDown');
  if (faults.length > 0) throw new Error(`The pages complained:\n${faults.join('\n')}`);
  console.log(JSON.stringify({ shots: count, clicks, chords }));
} catch (error) {
  await look('failed').catch(() => undefined);
  console.error(`${error.message}\nAt ${page.url()}\n${faults.join('\n')}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
