import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

export const meQuery = () => queryOptions({ queryKey: keys.me, queryFn: () => client.getMe(), staleTime: 300_000, retry: false });
