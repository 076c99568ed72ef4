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
  estimate: (provider: string, model: string, count: number) => ['estimate', provider, model, count] as const,
};
