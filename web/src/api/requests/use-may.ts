import { useQuery } from '@tanstack/react-query';
import type { Permission } from '../types';
import { meQuery } from './get-me';

/** Whether the caller's role in the workspace at hand allows it. What is not allowed is not offered; the server decides. */
export function useMay(permission: Permission): boolean {
  const me = useQuery(meQuery()).data;
  return me?.workspaces.find(({ id }) => id === me.current)?.permissions.includes(permission) ?? false;
}
