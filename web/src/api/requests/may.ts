import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Me, MyWorkspace, Permission } from '../generated/director';
import { meQuery } from './get-me';

/** The workspace that is worked in, as the server chose it. */
export const currentWorkspace = (me: Me | undefined): MyWorkspace | undefined =>
  me?.workspaces.find((workspace) => workspace.id === me.current);

/** The current workspace with the caller's role in it; undefined until it is known. */
export const useMyWorkspace = (): MyWorkspace | undefined => currentWorkspace(useQuery(meQuery()).data);

export type May = Readonly<Record<Permission, boolean>>;

const nothing: readonly Permission[] = [];

/**
 * What the caller's role allows in the current workspace; nothing while it is not known. It decides what is shown only:
 * the server judges every request by itself.
 */
export function useMay(): May {
  const permissions = useMyWorkspace()?.permissions ?? nothing;
  return useMemo(() => {
    const has = (permission: Permission) => permissions.includes(permission);
    return {
      look: has('look'),
      edit: has('edit'),
      generate: has('generate'),
      review: has('review'),
      select: has('select'),
      export: has('export'),
      share: has('share'),
      administer: has('administer'),
      own: has('own'),
    };
  }, [permissions]);
}
