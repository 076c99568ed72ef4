import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';
import type { Model, Provider } from '../types';

const modelsOf = (provider: Provider): Model[] =>
  provider.models.map((model) => ({
    provider: provider.slug,
    id: model.name,
    label: provider.models.length === 1 ? provider.label : `${provider.label} · ${model.label}`,
    price: model.price,
    available: provider.status === 'available',
  }));

/** Every model of every provider, those that cannot be used too. */
export const modelsQuery = () =>
  queryOptions({ queryKey: keys.models, queryFn: async () => (await client.listModels()).flatMap(modelsOf), staleTime: 300_000 });
