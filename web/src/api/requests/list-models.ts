import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';
import type { Model, Provider } from '../types';

/** Every provider with its models, those that cannot be used too. */
export const providersQuery = () =>
  queryOptions({ queryKey: keys.models, queryFn: () => client.listModels(), staleTime: 300_000 });

/** The models of all providers in one list, in the order in which one is chosen when none is named. */
export const modelsOf = (providers: readonly Provider[]): Model[] =>
  providers.flatMap((provider) =>
    provider.models.map(({ name, ...model }) => ({
      ...model,
      provider: provider.slug,
      id: name,
      available: provider.status === 'available',
    })),
  );
