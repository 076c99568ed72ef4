/** Every cache key in one place: the live events name what went stale by these. */
export const keys = {
  system: ['system'] as const,
  me: ['me'] as const,
  films: ['films'] as const,
  models: ['models'] as const,
  structure: (filmId: string) => ['structure', filmId] as const,
  takes: (shotId: string) => ['takes', shotId] as const,
  generations: (filmId: string) => ['generations', filmId] as const,
  shotGenerations: (shotId: string) => ['generations', 'shot', shotId] as const,
  activity: (filmId: string) => ['activity', filmId] as const,
  /** What happened in any film, and beside them. */
  workspaceActivity: ['activity', 'workspace'] as const,
  notes: (takeId: string) => ['notes', takeId] as const,
  shareLinks: (filmId: string) => ['share', 'links', filmId] as const,
  shareVisits: (linkId: string) => ['share', 'visits', linkId] as const,
  /** What a guest sees by a link; nothing of it is anybody else's. */
  guest: (token: string) => ['guest', token] as const,
  guestDoor: (token: string) => ['guest', token, 'door'] as const,
  guestContent: (token: string) => ['guest', token, 'content'] as const,
  estimate: (provider: string, model: string, count: number) => ['estimate', provider, model, count] as const,
};
