import { scenes, type ShotSeed } from './film-seed';

/* Loose on purpose: this file plays the server, and the server's types are what the client is checked against. */
export type Row = Record<string, unknown> & { id: string };

export interface Store {
  setUp: boolean;
  signedIn: boolean;
  film: Row;
  scenes: Row[];
  shots: Row[];
  takes: Row[];
  characters: Row[];
  generations: Row[];
  events: Row[];
  listeners: Set<(event: Row) => void>;
  nextId(): string;
}

const at = '2026-03-02T14:20:00Z';
const person = { id: 'u1', name: 'Anna Karlsen' };

export function createStore(): Store {
  let counter = 0;
  const nextId = () => `00000000-0000-7000-8000-${String(++counter).padStart(12, '0')}`;
  const asset = (type: string, name: string, extra: object): Row => ({
    id: nextId(),
    workspaceId: 'w1',
    type,
    name,
    description: null,
    externalId: null,
    metadata: {},
    status: 'active',
    parentId: null,
    rootId: null,
    position: 'a0',
    number: null,
    code: null,
    selectedChildId: null,
    selection: null,
    takeCount: 0,
    media: null,
    source: 'user',
    cost: null,
    tags: [],
    favorite: false,
    rating: null,
    circled: false,
    verdict: null,
    createdAt: at,
    createdBy: person,
    updatedAt: at,
    version: 1,
    ...extra,
  });
  const film = asset('film', 'The Salt Road', {
    details: { type: 'film', synopsis: null, frameRate: '24', aspectRatio: '16:9', status: null, budget: 40 },
  });
  const store: Store = {
    setUp: process.env.DIRECTOR_FAKE_FRESH !== '1',
    signedIn: process.env.DIRECTOR_FAKE_FRESH !== '1',
    film,
    scenes: [],
    shots: [],
    takes: [],
    characters: [
      asset('character_ref', 'Mira', {
        details: { type: 'character_ref', characterType: 'lead', attributes: { colour: '#c7923a' }, consistencyPrompt: null },
      }),
      asset('character_ref', 'Олег', {
        details: { type: 'character_ref', characterType: 'lead', attributes: { colour: '#4e6e86' }, consistencyPrompt: null },
      }),
      asset('character_ref', 'The Harbour Master', {
        details: { type: 'character_ref', characterType: null, attributes: { colour: '#8a3b36' }, consistencyPrompt: null },
      }),
    ],
    generations: [],
    events: [],
    listeners: new Set(),
    nextId,
  };
  let code = 0;
  scenes.forEach((seed, index) => {
    const scene = asset('scene', seed.heading, {
      parentId: film.id,
      rootId: film.id,
      number: index + 1,
      details: { type: 'scene', sceneNumber: String(index + 1) },
    });
    store.scenes.push(scene);
    for (const line of seed.shots) store.shots.push(shotRow(store, asset, scene, line, (code += 10)));
  });
  return store;
}

type MakeAsset = (type: string, name: string, extra: object) => Row;

function shotRow(store: Store, asset: MakeAsset, scene: Row, seed: ShotSeed, code: number): Row {
  const shot = asset('shot', seed.title, {
    parentId: scene.id,
    rootId: store.film.id,
    code: `SH${String(code).padStart(4, '0')}`,
    details: {
      type: 'shot',
      description: seed.action,
      shotSize: seed.size,
      cameraAngle: seed.angle ?? 'eye',
      movement: seed.movement ?? 'locked',
      durationFrames: seed.frames,
      prompt: seed.action,
    },
  });
  for (let number = 1; number <= seed.takes; number++) {
    if (number === seed.failed) {
      store.generations.push(
        generationRow(store, shot, number, {
          state: 'failed',
          attempts: [{ ordinal: 1 }, { ordinal: 2 }, { ordinal: 3 }],
          failure: { kind: 'providerBusy', message: 'The provider answered 503.', retryable: true, billable: false },
          endedAt: at,
        }),
      );
      continue;
    }
    const take = takeRow(asset, shot, number, 77_000 + number);
    if (number !== seed.selected && number % 3 === 2 && seed.takes > 4) take.circled = true;
    if (number === 1 && seed.takes > 5) take.verdict = 'rejected';
    store.takes.push(take);
    if (number === seed.selected) pick(shot, take);
  }
  return shot;
}

export function pick(shot: Row, take: Row | null, reason: string | null = null): void {
  shot.selectedChildId = take?.id ?? null;
  shot.selection = take && {
    childId: take.id,
    number: take.number,
    at: new Date().toISOString(),
    by: 'u1',
    byName: 'Anna Karlsen',
    reason,
  };
}

export function takeRow(asset: MakeAsset, shot: Row, number: number, seed: number): Row {
  return asset('shot_take', `T${number}`, {
    parentId: shot.id,
    rootId: shot.rootId,
    number,
    cost: { amount: 0.24, currency: 'USD' },
    media: {
      contentType: 'image/svg+xml',
      size: 4000,
      sha256: `${seed}`,
      width: 1280,
      height: 720,
      durationMs: null,
      frameRate: null,
    },
    details: {
      type: 'shot_take',
      source: 'generated',
      recipe: {
        provider: 'sketch',
        model: 'sketch-1',
        prompt: (shot.details as { prompt: string }).prompt,
        negativePrompt: null,
        seed,
        parameters: {},
      },
      qualityScore: null,
      directorNotes: null,
      parentTakeId: null,
      stale: false,
    },
  });
}

export function generationRow(store: Store, shot: Row, number: number, extra: object): Row {
  return {
    id: store.nextId(),
    filmId: store.film.id,
    shotId: shot.id,
    takeId: null,
    number,
    state: 'queued',
    position: null,
    recipe: { provider: 'sketch', model: 'sketch-1' },
    attempts: [{ ordinal: 1 }],
    failure: null,
    estimate: { amount: 0.24, currency: 'USD' },
    cost: { amount: 0, currency: 'USD' },
    createdAt: new Date().toISOString(),
    endedAt: null,
    ...extra,
  };
}

/** Writes to the log and tells everybody who listens. */
export function log(store: Store, kind: string, subject: Row, subjectType: string): void {
  const event: Row = {
    id: store.nextId(),
    kind,
    subjectId: subject.id,
    subjectType,
    rootId: store.film.id,
    at: new Date().toISOString(),
    actor: { kind: 'user', ...person },
    before: null,
    after: null,
  };
  store.events.push(event);
  for (const listener of store.listeners) listener(event);
}

export function structure(store: Store): object {
  const withTakes = (shot: Row) => {
    const takes = store.takes.filter((take) => take.parentId === shot.id);
    return {
      ...shot,
      takeCount: takes.length,
      pendingCount: store.generations.filter(
        (entry) => entry.shotId === shot.id && (entry.state === 'queued' || entry.state === 'running'),
      ).length,
      selectedTake: takes.find((take) => take.id === shot.selectedChildId) ?? null,
      takes: null,
      runsFrames: 72,
      characterIds: [],
    };
  };
  const shots = store.shots.filter((shot) => !shot.deleted);
  return {
    film: store.film,
    scenes: store.scenes.map((scene) => ({ ...scene, shots: shots.filter((shot) => shot.parentId === scene.id).map(withTakes) })),
    shots: shots.filter((shot) => shot.parentId === store.film.id).map(withTakes),
    characters: store.characters,
    progress: {
      shots: shots.length,
      withTakes: shots.filter((shot) => store.takes.some((take) => take.parentId === shot.id)).length,
      selected: shots.filter((shot) => shot.selectedChildId).length,
      pending: 0,
      durationFrames: 700,
    },
    cost: { amount: 11.52, currency: 'USD' },
    revision: 1,
  };
}
