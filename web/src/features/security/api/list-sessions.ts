import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { securityKeys } from './keys';

export const sessionsQuery = () =>
  queryOptions({ queryKey: securityKeys.sessions, queryFn: async () => (await client.listSessions()).items });
