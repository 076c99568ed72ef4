import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { securityKeys } from './keys';

export const passkeysQuery = () =>
  queryOptions({ queryKey: securityKeys.passkeys, queryFn: async () => (await client.listPasskeys()).items });
