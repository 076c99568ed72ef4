export const views = ['board', 'strip', 'table', 'timeline'] as const;
/** How the shots of a film are seen; it stands in the address. */
export type View = (typeof views)[number];

export const viewOf = (search: URLSearchParams): View => views.find((view) => view === search.get('view')) ?? 'board';
