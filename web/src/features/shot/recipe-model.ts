import type { Model } from '@/api/types';
import type { Draft } from './recipe';

/** The names by which a model is told its picture's size and its clip's length. */
export const sizeParameter = 'size';
export const durationParameter = 'durationMs';

/** The model a request would go to: the one that was named, else the provider's first, else the first that can be used. */
export function chosenModel(models: readonly Model[], draft: Pick<Draft, 'provider' | 'model'>): Model | undefined {
  const ofProvider = models.filter((entry) => entry.provider === draft.provider);
  if (draft.provider) return draft.model ? ofProvider.find((entry) => entry.id === draft.model) : ofProvider[0];
  return models.find((entry) => entry.available);
}

/** What of the settings the model knows. Without a declared list it says nothing, and what was set for another model goes. */
export function fitParameters(parameters: Readonly<Record<string, string>>, model: Model | undefined): Record<string, string> {
  const size = parameters[sizeParameter];
  const duration = parameters[durationParameter];
  return {
    ...(size !== undefined && model?.sizes.includes(size) ? { [sizeParameter]: size } : {}),
    ...(duration !== undefined && model?.durationsMs.includes(Number(duration)) ? { [durationParameter]: duration } : {}),
  };
}

/** Sets a parameter, or takes it away with an empty value. */
export function withParameter(parameters: Readonly<Record<string, string>>, name: string, value: string): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(parameters).filter(([key]) => key !== name));
  return value === '' ? rest : { ...rest, [name]: value };
}

/** Whole days until the provider ends a model; negative after it did. Both days are counted in UTC. */
export function daysUntil(day: string, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - today) / 86_400_000);
}
