/** What is cached of one workspace; its lists of people, invitations and keys lie below it. */
export const workspaceKeys = {
  one: (id: string) => ['workspace', id] as const,
  details: (id: string) => ['workspace', id, 'details'] as const,
  members: (id: string) => ['workspace', id, 'members'] as const,
  invitations: (id: string) => ['workspace', id, 'invitations'] as const,
  apiKeys: (id: string) => ['workspace', id, 'apiKeys'] as const,
};
