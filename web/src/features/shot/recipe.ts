import type { Shot, Take } from '@/api/types';
import type { GenerateShotTakesRequest } from '@/api/requests/generate-shot-takes';

/** What the recipe panel holds. An empty seed means: a new one for every take. */
export interface Draft {
  prompt: string;
  negativePrompt: string;
  seed: string;
  seedLocked: boolean;
  model: string;
  provider: string;
  count: number;
  /** The take the draft was taken from, for the panel's heading. */
  fromTake: number | null;
}

export const maxTakes = 16;
export const promptLimit = 2000;
const largestSeed = 2_147_483_647;

export const firstDraft = (shot: Shot): Draft => ({
  prompt: shot.details.prompt ?? shot.details.description ?? '',
  negativePrompt: '',
  seed: '',
  seedLocked: false,
  model: '',
  provider: '',
  count: 4,
  fromTake: null,
});

/** Use all: the take's whole recipe, its seed locked. */
export function allOf(take: Take, draft: Draft): Draft {
  const recipe = take.details.recipe;
  if (!recipe) return draft;
  return {
    ...remixOf(take, draft),
    seed: typeof recipe.seed === 'number' ? String(recipe.seed) : '',
    seedLocked: typeof recipe.seed === 'number',
  };
}

/** Remix: everything but the seed. */
export function remixOf(take: Take, draft: Draft): Draft {
  const recipe = take.details.recipe;
  if (!recipe) return draft;
  return {
    ...draft,
    prompt: recipe.prompt ?? draft.prompt,
    negativePrompt: recipe.negativePrompt ?? '',
    provider: recipe.provider ?? draft.provider,
    model: recipe.model ?? '',
    seed: '',
    seedLocked: false,
    fromTake: take.number,
  };
}

export function seedOf(take: Take, draft: Draft): Draft {
  const seed = take.details.recipe?.seed;
  return seed === null || seed === undefined ? draft : { ...draft, seed: String(seed), seedLocked: true, fromTake: take.number };
}

export function promptOf(take: Take, draft: Draft): Draft {
  const recipe = take.details.recipe;
  if (!recipe) return draft;
  return { ...draft, prompt: recipe.prompt ?? draft.prompt, negativePrompt: recipe.negativePrompt ?? '', fromTake: take.number };
}

export const seedIsValid = (seed: string): boolean => seed === '' || (/^\d{1,10}$/.test(seed) && Number(seed) <= largestSeed);

/** The request the server gets. What was left empty is not sent: the shot's own text speaks then. */
export function requestOf(draft: Draft): GenerateShotTakesRequest {
  return {
    count: draft.count,
    ...(draft.prompt.trim() ? { prompt: draft.prompt.trim() } : {}),
    ...(draft.negativePrompt.trim() ? { negativePrompt: draft.negativePrompt.trim() } : {}),
    ...(draft.seed !== '' && draft.seedLocked ? { seed: Number(draft.seed) } : {}),
    ...(draft.provider ? { provider: draft.provider } : {}),
    ...(draft.model ? { model: draft.model } : {}),
  };
}
