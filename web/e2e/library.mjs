// Making takes with the crew's own characters, in a real Chromium against a real server: a character is made, described and
// drawn, put into a shot whose prompt then says it, used, found again; the board's table is written like a spreadsheet; a
// take is refined and its lineage seen; a budget is set.
// Usage: node e2e/library.mjs <address of an empty server>
import { openBrowser } from './browser.mjs';
import { listen } from './inspect.mjs';

const [base] = process.argv.slice(2);
const browser = await openBrowser();
const at = { headers: { Origin: base }, timeout: 240_000 };
const steps = [];
const check = (what, holds) => {
  if (!holds) throw new Error(what);
};

try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  await context.addInitScript(() => {
    localStorage.setItem('director.language', 'en');
    localStorage.setItem('director.signedIn', '1');
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const heard = listen(page);
  const button = (name) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const get = async (path) => (await page.request.get(base + path)).json();
  /** Asks the server until it says so. */
  const until = async (what, ask) => {
    for (let tries = 0; tries < 240; tries++) {
      const answer = await ask();
      if (answer) return answer;
      await page.waitForTimeout(250);
    }
    throw new Error(`${what} did not come about`);
  };
  const done = await page.request.post(`${base}/api/setup`, {
    ...at,
    data: {
      name: 'Anna',
      email: 'anna@example.test',
      password: 'the ferry leaves at dawn',
      workspaceName: 'Ferry films',
      demoFilm: true,
    },
  });
  check('set-up', done.ok());
  const film = (await get('/api/films')).items[0].film.id;
  const shotOf = async (code) =>
    (await get(`/api/films/${film}/structure`)).scenes.flatMap(({ shots }) => shots).find((shot) => shot.code === code);

  // The library, by facet and by a quick look from the keyboard.
  await page.goto(`${base}/f/${film}`);
  await page.locator('.card').first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.waitForURL(`**/f/${film}/library`);
  await button('Characters').click();
  await page.getByText('3 found').waitFor();
  await page.locator('.asset-cell a').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.locator('.quick-look').getByText('2 of 3').waitFor();
  await page.keyboard.press('Escape');
  steps.push('three characters are found');

  // A new one: described by its kind, drawn twice, the second picture made the key image.
  await button('New').click();
  await page.getByRole('menuitem', { name: 'Character' }).click();
  await page.getByLabel('Name').fill('Rook');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/a/*');
  const character = page.url().split('/').at(-1);
  await page.getByLabel('Kind').selectOption('animal');
  await page.getByLabel('Species').fill('old ship’s dog');
  await page.keyboard.press('Enter');
  await page.getByLabel('Fur colour').fill('salt-grey');
  await page.keyboard.press('Enter');
  const asset = () => get(`/api/assets/${character}`);
  await until('What was written of the dog', async () => (await asset()).details.attributes?.fur_color === 'salt-grey');
  check('the first of two fields is kept', (await asset()).details.attributes.species === 'old ship’s dog');
  await button('Generate more').click();
  await page.getByLabel('How many').selectOption('2');
  await button('Generate').click();
  await page.locator('.reference img').nth(1).waitFor();
  const first = (await asset()).selectedChildId;
  check('the first picture is the key image', first !== null);
  await page.locator('.reference:not(.key) button').click();
  await until('Another key image', async () => ![first, null].includes((await asset()).selectedChildId));
  steps.push('a character is made, described and drawn');

  // Put into a shot: the prompt says it, part by part.
  await page.goto(`${base}/f/${film}/shots/SH0070`);
  await button('Add').click();
  await page.getByRole('menuitem', { name: 'Rook' }).click();
  await page.locator('.prompt-parts dd', { hasText: 'salt-grey fur' }).waitFor();
  await page.locator('.made-with-item', { hasText: '@Rook' }).locator('img').waitFor();
  // One key takes the seed of the take on view over, another its words.
  await page.locator('h1').first().click();
  await page.keyboard.press('e');
  check('the seed is taken over', /^\d+$/.test(await page.getByLabel('Seed', { exact: true }).inputValue()));
  await page.keyboard.press('t');
  await button('Back to the composed prompt').click();
  // A refinement of the take on view.
  await page.getByLabel(/What should be different from take/).fill('The dog looks up');
  await page.locator('.prompt-parts dd', { hasText: 'The dog looks up' }).waitFor();
  for (let count = 4; count > 1; count--) await button('Fewer takes').click();
  await page.locator('.recipe-generate').click();
  const shot = await shotOf('SH0070');
  const refined = await until('The refined take', async () =>
    (await get(`/api/shots/${shot.id}/takes`)).find((take) => take.details.recipe?.feedback === 'The dog looks up'),
  );
  check('what was sent says the dog', refined.details.recipe.prompt.includes('salt-grey fur'));
  steps.push('a take is refined with the character in it');

  // Its lineage, as a graph and as a table; and where the character is used.
  const link = { parentId: refined.id, childId: refined.details.parentTakeId, kind: 'variant_of' };
  check('the link', (await page.request.post(`${base}/api/relationships`, { ...at, data: link })).ok());
  await page.goto(`${base}/f/${film}/lineage/${refined.id}`);
  await page.locator('.lineage-node.asked').waitFor();
  check('the graph goes on', (await page.locator('.lineage-node').count()) > 1);
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.locator('.lineage-table tbody tr').first().waitFor();
  await page.goto(`${base}/f/${film}/a/${character}`);
  await page.getByRole('heading', { name: 'Used in 1 shot' }).waitFor();
  steps.push('lineage and use are seen');

  // The table: written by the keyboard, pasted from a spreadsheet, taken back.
  await page.goto(`${base}/f/${film}?view=table`);
  const before = await shotOf('SH0010');
  const cell = (row, column) => page.locator(`[data-cell="${row}:${column}"]`);
  await cell(0, 6).click();
  await page.keyboard.type('85 mm');
  await page.keyboard.press('Enter');
  await until('The lens', async () => (await shotOf('SH0010')).details.lens === '85 mm');
  await cell(0, 3).click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'CU\tlow\r\nWS\thigh\r\n');
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByText('2 shots changed').waitFor();
  const pasted = await Promise.all([shotOf('SH0010'), shotOf('SH0020')]);
  check(
    'both rows are pasted',
    pasted.map(({ details }) => `${details.shotSize} ${details.cameraAngle}`).join() === 'CU low,WS high',
  );
  await page.keyboard.press('Control+z');
  await until('What was before', async () => (await shotOf('SH0010')).details.shotSize === before.details.shotSize);
  // Several shots at once: marked, tagged.
  await cell(0, 0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await button('Tag…').click();
  await page.getByLabel('Tags, with commas between').fill('harbour');
  await page.keyboard.press('Enter');
  await until('The tags', async () => (await shotOf('SH0020')).tags.includes('harbour'));
  check('the other one too', (await shotOf('SH0010')).tags.includes('harbour'));
  for (const view of ['Strip', 'Timeline']) {
    await page.getByRole('radio', { name: view }).click();
    await page.locator('[data-shot]').first().waitFor();
  }
  steps.push('the table is written like a spreadsheet');

  // A note's words are changed where they stand.
  await page.goto(`${base}/f/${film}/shots/SH0010`);
  await page.getByRole('radio', { name: 'Notes' }).click();
  await page.getByLabel('Write a note on this take').fill('Too bright');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Change the words' }).last().click();
  await page.locator('.note-item textarea').fill('Too bright on the left');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Too bright on the left').waitFor();
  steps.push('a note is reworded');

  // A budget.
  await page.goto(`${base}/settings/usage`);
  await page.getByLabel(/^This month: limit/).fill('120,50');
  await page.keyboard.press('Enter');
  await until('The budget', async () => (await get('/api/budgets')).month.limit === 120.5);
  await page.getByText('of $120.50').waitFor();
  steps.push('a budget is set');

  const complaints = heard.take();
  check(`Complaints: ${complaints.join('; ')}`, complaints.length === 0);
  console.log(steps.join('\n'));
} catch (error) {
  console.error(`After "${steps.at(-1) ?? 'nothing'}": ${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
