// From a pasted link to the first shot, in a real Chromium against a real server: the page is served here, taken in, read,
// searched, tagged, and made a film of; then once more as a file on a phone.
// Usage: node e2e/content-path.mjs <address of an empty server> <port that it may call on this machine> [folder for pictures]
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';
import { accessibilityFaults, overflowFaults } from './inspect.mjs';

const [address, port, pictures] = process.argv.slice(2);
if (pictures) await mkdir(pictures, { recursive: true });
const article = `<!doctype html><html lang="en"><head><title>The last ferry</title></head><body><nav>Home News Weather</nav><article>
<h1>The last ferry</h1>
<p>The last ferry of the year left the harbour at dawn on Tuesday, with eleven people on board and a dog that belonged to none of them.</p>
<h2>What the captain saw</h2>
<p>The captain said that he had seen the light go out at four in the morning, and that it was not the fog. He has known this lighthouse for thirty years.</p>
<p>At the pier a woman in a yellow coat waited until the boat was out of sight, and then she went back up the hill without a word to anybody.</p>
</article></body></html>`;
const pages = createServer((request, response) => {
  // Slow enough to be watched.
  setTimeout(() => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(article), 1_500);
});
await new Promise((resolve) => pages.listen(Number(port), '127.0.0.1', resolve));

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const faults = [];
page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
page.on('response', (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`));
const look = async (name) => pictures && page.screenshot({ path: `${pictures}/${name}.png` });
const button = (name) => page.getByRole('button', { name }).first();
const fits = async (where) => {
  for (const fault of [...(await accessibilityFaults(page)), ...(await overflowFaults(page))]) faults.push(`${where}: ${fault}`);
};

try {
  await page.goto(address);
  await page.waitForURL('**/setup');
  await page.getByLabel('Your name').fill('Anna');
  await page.getByLabel('E-mail').fill('anna@example.test');
  await page.getByLabel('Password', { exact: true }).fill('the ferry leaves at dawn');
  await page.getByLabel('Workspace', { exact: true }).fill('Ferry films');
  const demo = page.getByRole('checkbox').first();
  if (await demo.isChecked()) await demo.click();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/setup'), { timeout: 60_000 });

  // The account's menu leads there from everywhere.
  await page.getByRole('button', { name: 'Account: Anna' }).click();
  await page.getByRole('menuitem', { name: 'Texts' }).click();
  await page.getByLabel('Link to a page, PDF or script').fill(`http://127.0.0.1:${port}/news?id=7`);
  await page.keyboard.press('Enter');
  await page.getByRole('progressbar').first().waitFor({ timeout: 30_000 });
  await look('1-watching');
  await page.getByText('a dog that belonged to none of them').waitFor({ timeout: 60_000 });
  await page.getByText('English').waitFor();

  await page.getByLabel('Find in this text').fill('YELLOW coat');
  await page.locator('mark', { hasText: 'yellow coat' }).waitFor();
  await page.getByText('1 paragraph', { exact: true }).waitFor();
  await page.getByLabel('Find in this text').fill('');
  await page.getByLabel('Add a tag').fill('sea');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove the tag sea' }).waitFor();
  await fits('reading at a desk');
  await look('2-reading');

  // A file, dropped or chosen; then the list finds either by its words.
  const chooser = page.waitForEvent('filechooser');
  await button('Choose a file').click();
  await (
    await chooser
  ).setFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Маяк погас в четыре часа утра, и это был не туман.\n\nКапитан знает его тридцать лет.'),
  });
  await page.getByText('Капитан знает его тридцать лет.').waitFor({ timeout: 60_000 });
  await page.getByLabel('Search titles and texts').fill('lighthouse');
  await page.getByRole('button', { name: /The last ferry/ }).waitFor();
  await page.getByRole('button', { name: /notes/ }).waitFor({ state: 'detached' });

  await page.setViewportSize({ width: 390, height: 844 });
  await button('All texts').click();
  await page.getByRole('button', { name: /The last ferry/ }).click();
  await fits('reading on a phone');
  await look('3-phone');

  await button('Make a film of it').click();
  await page.waitForURL('**/f/*', { timeout: 60_000 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByText('SH0010').first().waitFor({ timeout: 60_000 });
  await look('4-film');
} catch (error) {
  faults.push(String(error));
  await look('failed');
} finally {
  await browser.close();
  pages.close();
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
