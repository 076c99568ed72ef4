/** Every cache key in one place: the live events name what went stale by these. */
export const keys = {
  system: ['system'] as const,
  me: ['me'] as const,
  films: ['films'] as const,
  /** Texts that were taken in: lists and each one. */
  content: ['content'] as const,
  /** The words of a text, which never change. */
  contentText: ['content-text'] as const,
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
  estimate: (provider: string, model: string, count: number, parameters: Readonly<Record<string, string>>) =>
    ['estimate', provider, model, count, parameters] as const,
  /** A shot with what it is made with. */
  shot: (shotId: string) => ['shot', shotId] as const,
  prompt: (shotId: string, feedback: string) => ['prompt', shotId, feedback] as const,
  budgets: ['budgets'] as const,
  costs: ['costs'] as const,
  tags: ['tags'] as const,
  collections: ['collections'] as const,
  /** Lists of ids, pages of assets and single ones: everything that is shown of assets outside a film's structure. */
  assets: ['assets'] as const,
  asset: (id: string) => ['assets', 'one', id] as const,
  assetIds: (filter: object) => ['assets', 'ids', filter] as const,
  someAssets: (ids: readonly string[]) => ['assets', 'some', ids] as const,
  linked: (id: string, towards: 'children' | 'parents', kinds: readonly string[]) =>
    ['assets', 'linked', id, towards, kinds] as const,
  cast: (filmId: string) => ['assets', 'cast', filmId] as const,
  lineage: (id: string, direction: string, depth: number) => ['assets', 'lineage', id, direction, depth] as const,
};
