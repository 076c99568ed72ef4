// Looks at every screen of the app on a real server, in both themes, at a desk and on a phone: no axe violation, no console
// error, no refusal that is not part of the screen, nothing wider than the window. The screens are those of the router: one
// that is new fails until it has an address below.
// Usage: node e2e/every-screen.mjs <address of an empty server> [folder for pictures]
import { mkdir } from 'node:fs/promises';
import { openBrowser } from './browser.mjs';
import { accessibilityFaults, listen, overflowFaults } from './inspect.mjs';
import { declaredRoutes } from './routes.mjs';

const [base, pictures] = process.argv.slice(2);
const owner = { name: 'Анна-Мария Константинопольская', email: 'anna@example.test', password: 'the ferry leaves at dawn' };
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** An address for every route; `film` is the demonstration film. */
const addresses = {
  '/': () => '/',
  '/*': () => '/no/such/place',
  '/f/:film': ({ film }) => `/f/${film}`,
  '/f/:film/activity': ({ film }) => `/f/${film}/activity`,
  '/f/:film/exports': ({ film }) => `/f/${film}/exports`,
  '/f/:film/queue': ({ film }) => `/f/${film}/queue`,
  '/f/:film/screening': ({ film }) => `/f/${film}/screening`,
  '/f/:film/script': ({ film }) => `/f/${film}/script`,
  '/f/:film/shots/:code': ({ film }) => `/f/${film}/shots/SH0070`,
  '/invitations/:token': ({ invitation }) => `/invitations/${invitation}`,
  '/reset-password': () => '/reset-password#token=none',
  '/settings/api-keys': () => '/settings/api-keys',
  '/settings/members': () => '/settings/members',
  '/r/:token': ({ link }) => `/r/${link}`,
  '/settings/activity': () => '/settings/activity',
  '/settings/profile': () => '/settings/profile',
  '/settings/providers': () => '/settings/providers',
  '/settings/record': () => '/settings/record',
  '/settings/security': () => '/settings/security',
  '/settings/shortcuts': () => '/settings/shortcuts',
  '/settings/workspace': () => '/settings/workspace',
};
/** These show themselves only to those who are not signed in. */
const doors = ['/setup', '/login'];

/** Screens that one address cannot show: what is empty, what is missing, what opens on top. */
const press = (key) => (page) => page.keyboard.press(key);
const moments = [
  { name: 'a film with nothing in it and a very long name', path: ({ empty }) => `/f/${empty}` },
  { name: 'the script page of an empty film', path: ({ empty }) => `/f/${empty}/script` },
  { name: 'screening an empty film', path: ({ empty }) => `/f/${empty}/screening` },
  { name: 'comparing two takes', path: ({ film }) => `/f/${film}/shots/SH0070?a=5&b=4` },
  { name: 'a shot with a failed attempt', path: ({ film }) => `/f/${film}/shots/SH0070?take=2` },
  { name: 'a filter that nothing matches', path: ({ film }) => `/f/${film}?q=zzz` },
  { name: 'a film that is not there', path: () => '/f/00000000-0000-7000-8000-000000000001', expect: [404] },
  { name: 'a shot that is not there', path: ({ film }) => `/f/${film}/shots/SH9999` },
  { name: 'the palette', path: ({ film }) => `/f/${film}`, act: press('Control+k') },
  { name: 'the keys', path: ({ film }) => `/f/${film}`, act: press('?') },
  {
    name: 'the menu of a card',
    path: ({ film }) => `/f/${film}`,
    act: (page) => page.getByRole('button', { name: 'More for SH0010' }).click(),
  },
  {
    name: 'marked cards and where they may move',
    path: ({ film }) => `/f/${film}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Mark SH0010' }).click();
      await page.keyboard.press('m');
    },
  },
  {
    name: 'a new scene',
    path: ({ film }) => `/f/${film}`,
    act: (page) => page.getByRole('button', { name: 'New scene' }).click(),
  },
  { name: 'a new film', path: () => '/', act: (page) => page.getByRole('button', { name: 'New film' }).click() },
  {
    name: 'an invitation that is worth nothing',
    path: () => '/invitations/none',
    expect: [404],
  },
  {
    name: 'inviting somebody',
    path: () => '/settings/members',
    act: (page) => page.getByRole('button', { name: 'Invite somebody' }).click(),
  },
  {
    name: 'a new key',
    path: () => '/settings/api-keys',
    act: (page) => page.getByRole('button', { name: 'New key' }).click(),
  },
  {
    name: 'switching the second step on',
    path: () => '/settings/security',
    act: async (page) => {
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.getByRole('img', { name: /QR/ }).waitFor();
    },
  },
  {
    name: 'changing the password',
    path: () => '/settings/security',
    act: (page) => page.getByRole('button', { name: 'Change the password' }).click(),
  },
  {
    name: 'deleting the workspace',
    path: () => '/settings/workspace',
    act: (page) => page.getByRole('button', { name: 'Delete the workspace' }).click(),
  },
  {
    name: 'a new workspace',
    path: () => '/',
    act: async (page) => {
      await page.locator('button.avatar').click();
      await page.getByRole('menuitem', { name: 'New workspace…' }).click();
    },
  },
  {
    name: 'a review as a guest sees it',
    path: ({ link }) => `/r/${link}`,
    act: async (page) => {
      // The first theme that is looked at lets the guest in; after that the page remembers.
      await page.locator('.review, .guest-card form').first().waitFor();
      if (await page.locator('.review').count()) return;
      await page.getByLabel('Your name').fill('Greta Константинопольская-Лебедева');
      await page.keyboard.press('Enter');
      await page.locator('.review-stage .whole').waitFor();
    },
  },
  { name: 'a link that is not open', path: () => '/r/nonsense', expect: [404] },
  {
    name: 'sharing a film',
    path: ({ film }) => `/f/${film}`,
    act: (page) => page.getByRole('button', { name: 'Share', exact: true }).click(),
  },
  {
    name: 'the links of a film and who looked',
    path: ({ film }) => `/f/${film}`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('radio', { name: 'Links' }).click();
      await page.getByRole('button', { name: 'Change' }).first().click();
    },
  },
  {
    name: 'the notes of a take',
    path: ({ film }) => `/f/${film}/shots/SH0070?take=4`,
    act: (page) => page.getByRole('radio', { name: 'Notes' }).click(),
  },
  { name: 'the record, filtered', path: () => '/settings/activity?what=sharing&from=2020-01-01' },
  { name: 'the menu of the account', path: () => '/', act: (page) => page.locator('button.avatar').click() },
];

const faults = [];
let looks = 0;
const browser = await openBrowser();

async function session(size, setUp = true) {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'en-GB' });
  await context.addInitScript((signedIn) => {
    localStorage.setItem('director.language', 'en');
    if (signedIn) localStorage.setItem('director.signedIn', '1');
  }, setUp);
  const page = await context.newPage();
  return { context, page, heard: listen(page) };
}

/** Opens an address and looks at it in both themes. */
async function look({ page, heard }, size, name, path, { act, expect = [] } = {}) {
  heard.expect(expect);
  try {
    await page.goto(base + path);
    await page.waitForFunction(
      () => document.querySelector('h1, .refusal') && !document.querySelector('.blank[role=status]'),
      null,
      {
        timeout: 30_000,
      },
    );
    if (act) await act(page);
    await page.waitForTimeout(250);
    const found = await overflowFaults(page);
    for (const theme of ['dark', 'light']) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      await page.evaluate(() =>
        Promise.allSettled(
          document
            .getAnimations()
            .map((animation) => animation.effect.getComputedTiming().iterations === Infinity || animation.finished),
        ),
      );
      if (pictures)
        await page.screenshot({
          path: `${pictures}/${name === '/' ? 'films' : name.replace('*', 'nowhere').replace(/\W+/g, '-')}-${theme}-${size}.png`,
        });
      found.push(...(await accessibilityFaults(page)).map((fault) => `${theme}: ${fault}`));
      looks++;
    }
    faults.push(...found.concat(heard.take()).map((fault) => `${name} (${size}): ${fault}`));
  } catch (error) {
    faults.push(`${name} (${size}): ${error.message.split('\n')[0]}`);
  }
}

try {
  if (pictures) await mkdir(pictures, { recursive: true });
  const routes = await declaredRoutes();
  const known = [...Object.keys(addresses), ...doors];
  faults.push(
    ...routes.filter((route) => !known.includes(route)).map((route) => `${route} has no address in e2e/every-screen.mjs`),
    ...known.filter((route) => !routes.includes(route)).map((route) => `${route} is no route any more`),
  );

  for (const size of Object.keys(sizes)) {
    const visitor = await session(size, false);
    await look(visitor, size, '/setup', '/setup');
    await visitor.context.close();
  }
  const first = await session('desk', false);
  await first.page.goto(`${base}/setup`);
  // The set-up draws the demonstration film's 48 takes before it answers.
  const at = { headers: { Origin: base }, timeout: 240_000 };
  const done = await first.page.request.post(`${base}/api/setup`, {
    ...at,
    data: { ...owner, workspaceName: 'Паромная киностудия', demoFilm: true },
  });
  if (!done.ok()) throw new Error(`Set-up was refused: ${await done.text()}`);
  const films = await (await first.page.request.get(`${base}/api/films`)).json();
  const named = {
    ...at,
    data: { title: 'Необыкновенные приключения смотрительницы маяка и её отца-капитана в стране вечных туманов' },
  };
  const empty = await (await first.page.request.post(`${base}/api/films`, named)).json();
  const { current } = await (await first.page.request.get(`${base}/api/me`)).json();
  const invite = (data) => first.page.request.post(`${base}/api/workspaces/${current}/invitations`, { ...at, data });
  const key = { name: 'Ночная выгрузка', scopes: ['look', 'export'] };
  await first.page.request.post(`${base}/api/workspaces/${current}/api-keys`, { ...at, data: key });
  await invite({ role: 'artist', email: 'konstantin.konstantinopolsky@example.test' });
  const { token } = await (await invite({ role: 'reviewer' })).json();
  const film = films.items[0].film.id;
  const post = async (path, data) => (await first.page.request.post(base + path, { ...at, data })).json();
  const shared = await post('/api/share-links', {
    name: 'Первый просмотр для заказчика и его многочисленной семьи',
    targetId: film,
    watermark: true,
    allow: { comment: true, circle: true, select: true },
  });
  const structure = await (await first.page.request.get(`${base}/api/films/${film}/structure`)).json();
  const shot = structure.scenes.flatMap((scene) => scene.shots).find(({ code }) => code === 'SH0070');
  const takes = await (await first.page.request.get(`${base}/api/shots/${shot.id}/takes`)).json();
  const noted = takes.find(({ number }) => number === 4);
  for (const text of ['Светлее слева.', 'Колебание, пауза, и только потом решение — её рука ещё на раме.'])
    await post(`/api/takes/${noted.id}/notes`, { text });
  const things = { film, empty: empty.id, invitation: token, link: shared.token };
  await first.context.close();

  const walk = async (size) => {
    const visitor = await session(size, false);
    await look(visitor, size, '/login', '/login');
    await visitor.context.close();
    const member = await session(size);
    const { email, password } = owner;
    await member.page.request.post(`${base}/api/auth/login`, { ...at, data: { email, password, mode: 'cookie' } });
    for (const [route, path] of Object.entries(addresses)) await look(member, size, route, path(things));
    for (const { name, path, ...how } of moments) await look(member, size, name, path(things), how);
    await member.context.close();
  };
  await Promise.all(Object.keys(sizes).map(walk));
} catch (error) {
  faults.push(error.stack);
} finally {
  await browser.close();
}
console.log(`${looks} looks, ${faults.length} faults`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
