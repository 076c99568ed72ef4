import type { FilmStructure, Scene, Shot, Take } from '@/api/types';

const base = {
  workspaceId: 'w',
  description: null,
  externalId: null,
  metadata: {},
  status: null,
  position: 'a0',
  number: null,
  code: null,
  selectedChildId: null,
  selection: null,
  media: null,
  source: null,
  cost: null,
  tags: [],
  favorite: false,
  rating: null,
  circled: false,
  verdict: null,
  takeCount: 0,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: 'u',
  updatedAt: '2026-01-01T00:00:00Z',
  version: 1,
  parentId: null,
  rootId: 'film',
  deletedAt: null,
};

/** A take for tests. */
export function aTake(number: number, over: Partial<Take> = {}): Take {
  return {
    ...base,
    id: `take${number}`,
    type: 'shot_take',
    name: `Take ${number}`,
    number,
    details: {
      type: 'shot_take',
      source: 'generated',
      recipe: {
        provider: 'sketch',
        model: 'sketch-1',
        prompt: `prompt ${number}`,
        negativePrompt: null,
        seed: number * 100,
        feedback: null,
        parameters: null,
      },
      qualityScore: null,
      directorNotes: null,
      parentTakeId: null,
      stale: null,
    },
    ...over,
  };
}

/** A shot for tests: its code is its id. */
export function aShot(code: string, over: Partial<Shot> & { frames?: number } = {}): Shot {
  const { frames = 24, ...rest } = over;
  return {
    ...base,
    id: code,
    type: 'shot',
    name: code,
    code,
    pendingCount: 0,
    runsFrames: frames,
    characterIds: [],
    selectedTake: null,
    takes: null,
    details: {
      type: 'shot',
      description: null,
      shotSize: 'MS',
      cameraAngle: null,
      movement: null,
      lens: null,
      lighting: null,
      mood: null,
      durationFrames: frames,
      prompt: null,
      dialogue: null,
    },
    ...rest,
  };
}

/** A film for tests: a list of shots for each scene. */
export function aFilm(...lanes: Shot[][]): FilmStructure {
  const scenes = lanes.map<Scene>((shots, index) => ({
    ...base,
    id: `scene${index + 1}`,
    type: 'scene',
    name: `Scene ${index + 1}`,
    title: `Scene ${index + 1}`,
    sceneNumber: String(index + 1),
    details: {
      type: 'scene',
      sceneNumber: null,
      intExt: null,
      location: null,
      timeOfDay: null,
      setting: null,
      synopsis: null,
      eighths: null,
    },
    shots,
  }));
  const film = {
    ...base,
    id: 'film',
    type: 'film',
    name: 'Film',
    details: {
      type: 'film',
      synopsis: null,
      frameRate: '24',
      aspectRatio: '16:9',
      shotCodeScheme: null,
      status: null,
      budget: null,
    },
  };
  return {
    film: film as FilmStructure['film'],
    scenes,
    shots: [],
    characters: [],
    progress: { shots: lanes.flat().length, withTakes: 0, selected: 0, pending: 0, durationFrames: 0 },
    cost: null,
    revision: 1,
  };
}
