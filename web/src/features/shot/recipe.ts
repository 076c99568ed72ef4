import type { GenerateShotTakesRequest } from '@/api/requests/generate-shot-takes';
import type { Take } from '@/api/types';

/** What the recipe panel holds. An empty seed means: a new one for every take. */
export interface Draft {
  /** The director's own words instead of the composed ones; null: the server composes. */
  prompt: string | null;
  negativePrompt: string;
  seed: string;
  seedLocked: boolean;
  model: string;
  provider: string;
  /** The model's other settings: text by name, such as `size` or `durationMs`. */
  parameters: Readonly<Record<string, string>>;
  /** What should be different from the take on view; empty: a take of its own. */
  feedback: string;
  count: number;
  /** The take the draft was taken from, for the panel's heading. */
  fromTake: number | null;
}

export const maxTakes = 16;
export const promptLimit = 2000;
const largestSeed = 2_147_483_647;

export const firstDraft = (): Draft => ({
  prompt: null,
  negativePrompt: '',
  seed: '',
  seedLocked: false,
  model: '',
  provider: '',
  parameters: {},
  feedback: '',
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
    parameters: recipe.parameters ?? {},
    feedback: '',
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

/** The request the server gets. What was left empty is not sent: the server chooses or composes it then. */
export function requestOf(draft: Draft, take?: Take): GenerateShotTakesRequest {
  const feedback = draft.feedback.trim();
  return {
    count: draft.count,
    ...(draft.prompt?.trim() ? { prompt: draft.prompt.trim() } : {}),
    ...(draft.negativePrompt.trim() ? { negativePrompt: draft.negativePrompt.trim() } : {}),
    ...(draft.seed !== '' && draft.seedLocked ? { seed: Number(draft.seed) } : {}),
    ...(draft.provider ? { provider: draft.provider } : {}),
    ...(draft.model ? { model: draft.model } : {}),
    ...(Object.keys(draft.parameters).length > 0 ? { parameters: { ...draft.parameters } } : {}),
    ...(take && feedback ? { parentTakeId: take.id, feedback } : {}),
  };
}
