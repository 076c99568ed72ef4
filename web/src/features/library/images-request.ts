import type { GenerateImagesRequest } from '@/api/types';

export interface ImagesDraft {
  count: number;
  prompt: string;
  negativePrompt: string;
  seed: string;
  /** `provider/model`; empty: the first that makes images. */
  model: string;
}

const largestSeed = 2_147_483_647;

/** The request of a draft, or nothing while its seed is no number. What was left empty is left to the server. */
export function imagesRequest(draft: ImagesDraft): GenerateImagesRequest | null {
  if (draft.seed !== '' && (!/^\d{1,10}$/.test(draft.seed) || Number(draft.seed) > largestSeed)) return null;
  const slash = draft.model.indexOf('/');
  return {
    count: draft.count,
    ...(draft.prompt.trim() ? { prompt: draft.prompt.trim() } : {}),
    ...(draft.negativePrompt.trim() ? { negativePrompt: draft.negativePrompt.trim() } : {}),
    ...(draft.seed !== '' ? { seed: Number(draft.seed) } : {}),
    ...(slash > 0 ? { provider: draft.model.slice(0, slash), model: draft.model.slice(slash + 1) } : {}),
  };
}
