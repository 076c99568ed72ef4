import type { IncomingMessage, ServerResponse } from 'node:http';
import { frameSvg } from './frame';
import { generationRow, log, pick, structure, takeRow, type Row, type Store } from './store';

type Body = Record<string, unknown>;
interface Call {
  store: Store;
  query: URLSearchParams;
  body: Body;
  ids: string[];
}
type Handler = (call: Call) => unknown;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: Record<string, string[]> = {},
  ) {
    super(detail);
  }
}

const find = (rows: Row[], id: string | undefined): Row => {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Refused(404, 'notFound', 'There is no such thing.');
  return row;
};
const page = (items: unknown[]) => ({ items, next: null });
const me = () => ({
  user: { id: 'u1', name: 'Anna Karlsen', email: 'anna@example.org' },
  current: 'w1',
  workspaces: [
    {
      id: 'w1',
      slug: 'harbour',
      name: 'Harbour Films',
      role: 'owner',
      permissions: ['look', 'edit', 'generate', 'review', 'select', 'export', 'share', 'administer', 'own'],
    },
  ],
});
const need = (store: Store) => {
  if (!store.signedIn) throw new Refused(401, 'unauthenticated', 'Sign in first.');
};
const shotOf = (store: Store, id: string | undefined) => {
  const shot = find(store.shots, id);
  return { ...shot, takeCount: store.takes.filter((take) => take.parentId === id).length };
};

function generate(store: Store, shot: Row, count: number): unknown[] {
  const used = [
    ...store.takes.filter((take) => take.parentId === shot.id),
    ...store.generations.filter((entry) => entry.shotId === shot.id),
  ].map((row) => row.number as number);
  const first = Math.max(0, ...used) + 1;
  return Array.from({ length: count }, (_, index) => {
    const generation = generationRow(store, shot, first + index, { position: index + 1 });
    store.generations.push(generation);
    setTimeout(() => finish(store, shot, generation), 1200 * (index + 1));
    return { generationId: generation.id, number: generation.number };
  });
}

function finish(store: Store, shot: Row, generation: Row): void {
  if (generation.state === 'cancelled') return;
  const make = (type: string, name: string, extra: object): Row => ({
    ...store.takes[0]!,
    verdict: null,
    circled: false,
    rating: null,
    id: store.nextId(),
    type,
    name,
    ...extra,
  });
  const take = takeRow(make, shot, generation.number as number, 78_000 + Math.floor(Math.random() * 900));
  store.takes.push(take);
  Object.assign(generation, {
    state: 'succeeded',
    takeId: take.id,
    cost: generation.estimate,
    endedAt: new Date().toISOString(),
  });
  log(store, 'finishGeneration', generation, 'generation');
}

const routes: [string, RegExp, Handler][] = [
  [
    'GET',
    /^\/api\/system$/,
    ({ store }) => ({
      version: '0.1.0',
      name: 'Director',
      setupNeeded: !store.setUp,
      setupCodeNeeded: false,
      providers: [
        { name: 'Sketch', status: 'available', variable: null, reason: null },
        { name: 'fal', status: 'notConfigured', variable: 'FAL_API_KEY', reason: null },
        { name: 'Replicate', status: 'degraded', variable: null, reason: '5 of the last 10 requests were refused.' },
        { name: 'ComfyUI', status: 'notConfigured', variable: 'COMFYUI_URL', reason: null },
      ],
      features: [{ name: 'Telegram', status: 'notConfigured', variable: 'TELEGRAM_BOT_TOKEN', reason: null }],
    }),
  ],
  [
    'POST',
    /^\/api\/setup$/,
    ({ store, body }) => {
      if (store.setUp) throw new Refused(409, 'setup.done', 'This server already has an owner.');
      if (body.password === 'passwordpassword')
        throw new Refused(422, 'password.common', 'The password is too common.', {
          password: ['This password is on every list of common ones.'],
        });
      store.setUp = store.signedIn = true;
      return me();
    },
  ],
  [
    'POST',
    /^\/api\/auth\/login$/,
    ({ store, body }) => {
      if (body.password !== 'correct horse battery') throw new Refused(401, 'credentials', 'Wrong.');
      store.signedIn = true;
      return me();
    },
  ],
  ['POST', /^\/api\/auth\/logout$/, ({ store }) => void (store.signedIn = false)],
  ['GET', /^\/api\/me$/, ({ store }) => (need(store), me())],
  [
    'GET',
    /^\/api\/films$/,
    ({ store }) => {
      need(store);
      const selected = store.shots.filter((shot) => shot.selectedChildId);
      const poster = find(store.takes, selected[0]?.selectedChildId as string);
      return page([
        {
          film: store.film,
          progress: { shots: store.shots.length, withTakes: 11, selected: selected.length, pending: 0, durationFrames: 700 },
          cost: { amount: 11.52, currency: 'USD' },
          posterId: poster.id,
          posterSha256: (poster.media as { sha256: string }).sha256,
        },
      ]);
    },
  ],
  ['POST', /^\/api\/films$/, ({ store, body }) => Object.assign(store.film, { name: body.title })],
  ['GET', /^\/api\/films\/([^/]+)\/structure$/, ({ store, ids }) => (need(store), find([store.film], ids[0]), structure(store))],
  [
    'POST',
    /^\/api\/films\/([^/]+)\/import$/,
    ({ query, store }) => {
      if (query.get('dryRun') !== 'true') log(store, 'importScreenplay', store.film, 'film');
      return {
        new: [
          { kind: 'scene', id: null, code: '4', title: 'EXT. SALT FLATS - MORNING', line: 188, before: null, after: null },
          {
            kind: 'shot',
            id: null,
            code: 'SH0130',
            title: 'Posts to the horizon, one of them down.',
            line: 190,
            before: null,
            after: null,
          },
        ],
        changed: [
          {
            kind: 'scene',
            id: 'x',
            code: '2',
            title: 'INT. TOLL HOUSE - NIGHT',
            line: 61,
            before: 'INT. TOLL HOUSE - EVENING',
            after: 'INT. TOLL HOUSE - NIGHT',
          },
        ],
        moved: [],
        omitted: [],
        reinstated: [],
        problems: [{ line: 212, reason: 'A note that is opened here is never closed.' }],
      };
    },
  ],
  [
    'POST',
    /^\/api\/films\/([^/]+)\/generate$/,
    ({ store, body }) =>
      store.shots
        .filter((shot) => !store.takes.some((take) => take.parentId === shot.id))
        .flatMap((shot) => generate(store, shot, Number(body.count))),
  ],
  [
    'POST',
    /^\/api\/films\/([^/]+)\/scenes$/,
    ({ store, body }) => {
      const scene: Row = { ...store.scenes[0]!, id: store.nextId(), name: String(body.name), number: store.scenes.length + 1 };
      store.scenes.push(scene);
      log(store, 'createScene', scene, 'scene');
      return scene;
    },
  ],
  [
    'POST',
    /^\/api\/scenes\/([^/]+)\/shots$/,
    ({ store, body, ids }) => {
      const shot: Row = {
        ...store.shots[0]!,
        id: store.nextId(),
        parentId: ids[0],
        name: String(body.description),
        code: `SH${String((store.shots.length + 1) * 10).padStart(4, '0')}`,
        selectedChildId: null,
        selection: null,
        details: { type: 'shot', description: body.description, shotSize: 'MS', durationFrames: 72, prompt: body.description },
      };
      store.shots.push(shot);
      log(store, 'addShotToScene', shot, 'shot');
      return shot;
    },
  ],
  [
    'POST',
    /^\/api\/films\/([^/]+)\/reorder$/,
    ({ store, body }) => {
      for (const move of body as unknown as { id: string; parentId: string; after?: string }[]) {
        const shot = find(store.shots, move.id);
        store.shots.splice(store.shots.indexOf(shot), 1);
        shot.parentId = move.parentId;
        const at = !move.after
          ? store.shots.findIndex((other) => other.parentId === move.parentId)
          : store.shots.findIndex((other) => other.id === move.after) + 1;
        store.shots.splice(at < 0 ? store.shots.length : at, 0, shot);
      }
      log(store, 'reorderFilm', store.film, 'film');
    },
  ],
  ['GET', /^\/api\/shots\/([^/]+)\/takes$/, ({ store, ids }) => store.takes.filter((take) => take.parentId === ids[0])],
  [
    'POST',
    /^\/api\/shots\/([^/]+)\/generate$/,
    ({ store, ids, body }) => generate(store, find(store.shots, ids[0]), Number(body.count)),
  ],
  [
    'PUT',
    /^\/api\/shots\/([^/]+)\/selected-take$/,
    ({ store, ids, body }) => {
      const shot = find(store.shots, ids[0]);
      pick(shot, find(store.takes, body.takeId as string), (body.reason as string | undefined) ?? null);
      log(store, 'selectTake', shot, 'shot');
      return shotOf(store, ids[0]);
    },
  ],
  [
    'DELETE',
    /^\/api\/shots\/([^/]+)\/selected-take$/,
    ({ store, ids }) => {
      const shot = find(store.shots, ids[0]);
      pick(shot, null);
      log(store, 'clearSelectedTake', shot, 'shot');
    },
  ],
  [
    'PATCH',
    /^\/api\/takes\/([^/]+)$/,
    ({ store, ids, body }) => {
      const take = find(store.takes, ids[0]);
      if ('circled' in body) take.circled = body.circled;
      if ('rating' in body) take.rating = body.rating;
      if ('rejected' in body) take.verdict = body.rejected ? 'rejected' : null;
      if ('notes' in body) take.details = { ...(take.details as object), directorNotes: body.notes };
      log(store, 'updateTake', take, 'shot_take');
      return take;
    },
  ],
  [
    'PATCH',
    /^\/api\/assets\/([^/]+)$/,
    ({ store, ids, body }) => {
      const shot = find(store.shots, ids[0]);
      shot.details = { ...(shot.details as object), ...(body.details as object) };
      shot.version = (shot.version as number) + 1;
      log(store, 'updateAsset', shot, 'shot');
      return shot;
    },
  ],
  [
    'DELETE',
    /^\/api\/assets\/([^/]+)$/,
    ({ store, ids }) => log(store, 'deleteAsset', Object.assign(find(store.shots, ids[0]), { deleted: true }), 'shot'),
  ],
  [
    'POST',
    /^\/api\/assets\/([^/]+)\/restore$/,
    ({ store, ids }) => {
      const shot = Object.assign(find(store.shots, ids[0]), { deleted: false });
      log(store, 'restoreAsset', shot, 'shot');
      return shot;
    },
  ],
  [
    'GET',
    /^\/api\/generations$/,
    ({ store, query }) => page(store.generations.filter((entry) => !query.get('shotId') || entry.shotId === query.get('shotId'))),
  ],
  [
    'POST',
    /^\/api\/generations\/estimate$/,
    ({ body }) => ({
      count: body.count,
      each: { amount: 0.24, currency: 'USD' },
      total: { amount: 0.24 * Number(body.count), currency: 'USD' },
    }),
  ],
  [
    'POST',
    /^\/api\/generations\/([^/]+)\/cancel$/,
    ({ store, ids }) =>
      log(store, 'cancelGeneration', Object.assign(find(store.generations, ids[0]), { state: 'cancelled' }), 'generation'),
  ],
  [
    'POST',
    /^\/api\/generations\/([^/]+)\/retry$/,
    ({ store, ids }) => {
      const generation = Object.assign(find(store.generations, ids[0]), { state: 'running', failure: null });
      setTimeout(() => finish(store, find(store.shots, generation.shotId as string), generation), 1500);
      log(store, 'retryGeneration', generation, 'generation');
    },
  ],
  [
    'GET',
    /^\/api\/models$/,
    () => [
      {
        slug: 'sketch',
        label: 'Sketch',
        status: 'available',
        models: [{ name: 'sketch-1', label: 'Sketch', price: { amount: 0.24, currency: 'USD' } }],
      },
      {
        slug: 'fal',
        label: 'fal',
        status: 'notConfigured',
        models: [{ name: 'kling', label: 'Kling 2.1', price: { amount: 0.24, currency: 'USD' } }],
      },
    ],
  ],
  ['GET', /^\/api\/events$/, ({ store }) => page(store.events)],
  [
    'POST',
    /^\/api\/events\/([^/]+)\/undo$/,
    ({ store, ids }) => {
      throw new Refused(409, 'undo.changedSince', `${String(find(store.events, ids[0]).kind)} was changed since.`);
    },
  ],
];

function media(store: Store, id: string, response: ServerResponse): void {
  const take = find(store.takes, id);
  const shot = find(store.shots, take.parentId as string);
  response.setHeader('Content-Type', 'image/svg+xml');
  response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  const { recipe } = take.details as { recipe: { seed: number } };
  response.end(
    frameSvg(
      recipe.seed,
      (shot.details as { shotSize: string }).shotSize,
      `${String(store.film.name)}   ${String(shot.code)}   T${String(take.number)}`,
    ),
  );
}

function stream(store: Store, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  const listener = (event: Row) => response.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
  store.listeners.add(listener);
  request.on('close', () => store.listeners.delete(listener));
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return request.headers['content-type']?.includes('json') && text ? (JSON.parse(text) as Body) : {};
}

export async function answer(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  try {
    const picture = /^\/api\/assets\/([^/]+)\/(?:media|thumbnail)$/.exec(url.pathname);
    if (picture) return media(store, picture[1]!, response);
    if (url.pathname === '/api/events/stream') return stream(store, request, response);
    for (const [method, path, handler] of routes) {
      const match = path.exec(url.pathname);
      if (request.method !== method || !match) continue;
      const result = handler({ store, query: url.searchParams, body: await readBody(request), ids: match.slice(1) });
      response.statusCode = result === undefined ? 204 : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(result === undefined ? undefined : JSON.stringify(result));
      return;
    }
    throw new Refused(404, 'notFound', `The fake does not know ${request.method} ${url.pathname}.`);
  } catch (error) {
    const refused = error instanceof Refused ? error : new Refused(500, 'fake', String(error));
    response.statusCode = refused.status;
    response.setHeader('Content-Type', 'application/problem+json');
    response.end(JSON.stringify({ title: refused.message, detail: refused.message, code: refused.code, errors: refused.errors }));
  }
}
