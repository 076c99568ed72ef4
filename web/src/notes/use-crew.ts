import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '@/api/client';
import { useMyWorkspace } from '@/api/requests/may';
import type { Mentionable } from './mentions';

/** Everybody who can be mentioned: the members of the workspace that is worked in. */
export function useCrew(): Mentionable[] {
  const workspace = useMyWorkspace()?.id;
  const members = useQuery({
    queryKey: ['crew', workspace],
    queryFn: async ({ signal }) => (await client.listMembers(workspace ?? '', signal)).items,
    enabled: workspace !== undefined,
    staleTime: 60_000,
  }).data;
  return useMemo(() => (members ?? []).map(({ userId, name }) => ({ id: userId, name })), [members]);
}
