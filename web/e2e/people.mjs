// People, in a real Chromium against a real server: one is invited by link and makes an account, sees the film and cannot
// pick; a passkey and the codes of an app open the door; a sign-in ended from elsewhere ends.
// Usage: node e2e/people.mjs <address of an empty server>
import { createHmac } from 'node:crypto';
import { openBrowser } from './browser.mjs';
import { listen } from './inspect.mjs';

const [base] = process.argv.slice(2);
const browser = await openBrowser();

const at = { headers: { Origin: base }, timeout: 240_000 };
const owner = { name: 'Anna', email: 'anna@example.test', password: 'the ferry leaves at dawn' };
const reviewer = { name: 'Boris', email: 'boris@example.test', password: 'a lamp above the harbour' };
const people = [];
const steps = [];

/** A browser of somebody's own. */
async function person() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
  await context.addInitScript(() => localStorage.setItem('director.language', 'en'));
  const page = await context.newPage();
  const somebody = { context, page, heard: listen(page) };
  people.push(somebody);
  return somebody;
}
const check = (what, holds) => {
  if (!holds) throw new Error(what);
};
const step = (name) => steps.push(name);
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });
/** What is refused on purpose is told to the console as well: it is expected for that long only. */
async function refusedWith(somebody, status, act) {
  somebody.heard.expect([status]);
  await act();
  await somebody.page.waitForTimeout(200);
  somebody.heard.expect([]);
}
async function signIn(page, { email, password }) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}
async function signOut(page) {
  await page.locator('button.avatar').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/login');
}
const inside = (page) => page.getByRole('heading', { name: 'Films' }).waitFor({ timeout: 30_000 });

/** RFC 6238 with SHA-1, six digits and thirty seconds, as the apps reckon. */
function codeOf(secret, time = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(/[\s=]/g, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

try {
  const anna = await person();
  const done = await anna.page.request.post(`${base}/api/setup`, {
    ...at,
    data: { ...owner, workspaceName: 'Ferry films', demoFilm: true },
  });
  if (!done.ok()) throw new Error(`Set-up was refused: ${await done.text()}`);
  await anna.page.addInitScript(() => localStorage.setItem('director.signedIn', '1'));

  // An invitation by link.
  await anna.page.goto(`${base}/settings/members`);
  await button(anna.page, 'Invite somebody').click();
  await anna.page.getByLabel('Role', { exact: true }).selectOption('reviewer');
  await button(anna.page, 'Make the link').click();
  const link = await anna.page.locator('.once-value').textContent();
  await button(anna.page, 'Done').click();
  await anna.page.getByText('Whoever has the link').first().waitFor();
  step('a link is made');

  const boris = await person();
  await boris.page.goto(new URL(link).pathname.replace(/^/, base));
  await boris.page.getByRole('heading', { name: 'Welcome to Ferry films' }).waitFor();
  await boris.page.getByLabel('Your name').fill(reviewer.name);
  await boris.page.getByLabel('E-mail').fill(reviewer.email);
  await boris.page.getByLabel('Password', { exact: true }).fill(reviewer.password);
  await button(boris.page, 'Make the account and join').click();
  await inside(boris.page);
  step('an account is made and has joined');

  // What a reviewer sees of the film: everything, without the pick.
  await boris.page.locator('.film-card').first().click();
  await boris.page.waitForURL('**/f/*');
  const film = new URL(boris.page.url()).pathname;
  await boris.page.goto(`${base}${film}/shots/SH0070?take=5`);
  await button(boris.page, /^Circle/)
    .first()
    .waitFor();
  check('A reviewer is offered the pick', (await button(boris.page, /^Select take/).count()) === 0);
  check('A reviewer may generate', await button(boris.page, /^Generate/).isDisabled());
  await boris.page.keyboard.press('s');
  await boris.page.goto(`${base}${film}`);
  await boris.page.locator('[data-shot]').first().waitFor();
  for (const name of ['New scene', 'Add a shot', 'Generate']) {
    check(`A reviewer is offered “${name}”`, (await button(boris.page, name).count()) === 0);
  }
  await boris.page.goto(`${base}/settings/api-keys`);
  await boris.page.getByText('Your role here, Reviewer').waitFor();
  await anna.page.goto(`${base}${film}/shots/SH0070?take=5`);
  await button(anna.page, /Select take|is in the cut/)
    .first()
    .waitFor();
  step('a reviewer sees the film and cannot pick');

  // A sign-in ended from elsewhere.
  const elsewhere = await person();
  await elsewhere.page.goto(`${base}/login`);
  await signIn(elsewhere.page, owner);
  await inside(elsewhere.page);
  await anna.page.goto(`${base}/settings/security`);
  const sessions = anna.page.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByText('this one').waitFor();
  elsewhere.heard.expect([401]);
  let asked = 0;
  elsewhere.page.on('request', (request) => (asked += request.url().endsWith('/api/me') ? 1 : 0));
  await sessions
    .getByRole('button', { name: /^Sign out (?!everywhere)/ })
    .first()
    .click();
  await elsewhere.page.waitForURL('**/login', { timeout: 15_000 });
  await elsewhere.page.waitForTimeout(3_000);
  check(`The signed-out page asked ${asked} times who it is`, asked <= 3);
  await elsewhere.context.close();
  step('a sign-in ended from elsewhere ends');

  // A passkey.
  const cdp = await anna.context.newCDPSession(anna.page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await button(anna.page, 'Add a passkey').click();
  await anna.page.getByLabel('Name', { exact: true }).fill('This laptop');
  await button(anna.page, 'Make the passkey').click();
  await anna.page.getByRole('heading', { name: 'This laptop' }).waitFor();
  await signOut(anna.page);
  await button(anna.page, 'Sign in with a passkey').click();
  await inside(anna.page);
  step('a passkey signs in');

  // Codes of an app.
  await anna.page.goto(`${base}/settings/security`);
  await button(anna.page, 'Switch on').click();
  const secret = await anna.page.locator('.totp-start .once-value').textContent();
  await anna.page.getByLabel('Code', { exact: true }).fill(codeOf(secret));
  await button(anna.page, 'Confirm').click();
  await anna.page.locator('.recovery-codes code').first().waitFor();
  const recovery = await anna.page.locator('.recovery-codes code').allTextContents();
  check(`${recovery.length} recovery codes`, recovery.length === 10);
  await button(anna.page, 'I have kept them').click();
  await anna.page.getByText('10 recovery codes are left').waitFor();
  await signOut(anna.page);
  await refusedWith(anna, 401, async () => {
    await signIn(anna.page, owner);
    await anna.page.getByRole('heading', { name: 'The second step' }).waitFor();
  });
  // The code that switched it on is used up; the one of the next half minute is within the tolerance of clocks.
  await anna.page.getByLabel('Code', { exact: true }).fill(codeOf(secret, Date.now() + 30_000));
  await button(anna.page, 'Sign in').click();
  await inside(anna.page);
  await signOut(anna.page);
  await refusedWith(anna, 401, async () => {
    await signIn(anna.page, owner);
    await button(anna.page, 'Use a recovery code instead').click();
  });
  await anna.page.getByLabel('Recovery code').fill(recovery[3]);
  await button(anna.page, 'Sign in').click();
  await inside(anna.page);
  await anna.page.goto(`${base}/settings/security`);
  await anna.page.getByText('9 recovery codes are left').waitFor();
  step('the second step asks for a code, and takes a recovery code once');

  // A second workspace has nothing of the first, and the choice survives a reload.
  await anna.page.locator('button.avatar').click();
  await anna.page.getByRole('menuitem', { name: 'New workspace…' }).click();
  await anna.page.getByLabel('Name', { exact: true }).fill('Harbour films');
  await button(anna.page, 'Create').click();
  await anna.page.getByRole('heading', { name: 'No film yet' }).waitFor({ timeout: 30_000 });
  await anna.page.reload();
  await anna.page.getByRole('heading', { name: 'No film yet' }).waitFor({ timeout: 30_000 });
  await anna.page.locator('button.avatar').click();
  await anna.page.getByRole('menuitem', { name: 'Ferry films' }).click();
  await anna.page.locator('.film-card img').first().waitFor({ timeout: 30_000 });
  await anna.page.waitForFunction(() => document.querySelector('.film-card img').naturalWidth > 0, null, { timeout: 30_000 });
  step('workspaces are switched, and pictures come from the one that is chosen');

  // A key is shown once and can be revoked.
  await anna.page.goto(`${base}/settings/api-keys`);
  await button(anna.page, 'New key').first().click();
  await anna.page.getByLabel('Name', { exact: true }).fill('Night export');
  await button(anna.page, 'Make the key').click();
  const key = await anna.page.locator('.once-value').textContent();
  const asKey = () => fetch(`${base}/api/films`, { headers: { Authorization: `Bearer ${key}` } });
  check('The key does not work', (await asKey()).status === 200);
  await button(anna.page, 'Done').click();
  await button(anna.page, 'Revoke Night export').click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await anna.page.getByRole('heading', { name: 'No keys' }).waitFor();
  check('A revoked key still works', (await asKey()).status === 401);
  step('a key works until it is revoked');

  const complaints = people.flatMap(({ heard }) => heard.take());
  check(`The pages complained:\n${complaints.join('\n')}`, complaints.length === 0);
  console.log(JSON.stringify(steps));
} catch (error) {
  const where = people.map(({ page, heard }) => [page.url(), ...heard.take()].join('\n')).join('\n');
  console.error(`${error.message}\nAfter: ${steps.at(-1) ?? 'the start'}\n${where}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
