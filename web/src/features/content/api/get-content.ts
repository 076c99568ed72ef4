import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import { isUnderWay } from '../status';

export const oneContentQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.content, 'one', id],
    queryFn: ({ signal }) => client.getContent(id, signal),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 1_000 : false),
  });
