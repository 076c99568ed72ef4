import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

export const systemQuery = () => queryOptions({ queryKey: keys.system, queryFn: () => client.getSystem(), staleTime: 30_000 });
