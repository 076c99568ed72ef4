/** The types of the library in the order of its facets: who and what films are made with first. */
export const assetTypes = [
  'character_ref',
  'location',
  'prop',
  'style',
  'image',
  'video',
  'audio',
  'shot_take',
  'shot',
  'scene',
  'script',
  'text',
  'film',
] as const;

/** The types that are cast in a film, described for prompts, and drawn by themselves. */
export const castTypes = ['character_ref', 'location', 'prop', 'style'] as const;
export const isCastType = (type: string): boolean => castTypes.some((known) => known === type);

export const sorts = ['', '-updatedAt', 'name', '-rating'] as const;

/** Which assets the library shows; all of it lives in the address. */
export interface LibraryFilter {
  types: readonly string[];
  tags: readonly string[];
  collection: string;
  q: string;
  favorite: boolean;
  /** Only what lies in the film; else the whole workspace. */
  ofFilm: boolean;
  /** One of {@link sorts}; empty: by relevance to the words, else the newest first. */
  sort: string;
}

export const filterOf = (search: URLSearchParams): LibraryFilter => ({
  types: search.getAll('type').filter((type) => assetTypes.some((known) => known === type)),
  tags: search.getAll('tag'),
  collection: search.get('collection') ?? '',
  q: (search.get('q') ?? '').slice(0, 300),
  favorite: search.get('favorite') === '1',
  ofFilm: search.get('of') === 'film',
  sort: sorts.find((sort) => sort === search.get('sort')) ?? '',
});

/** Adds a value to a repeated parameter, or takes it out. */
export function toggled(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  const had = next.getAll(name);
  next.delete(name);
  for (const other of had.filter((entry) => entry !== value)) next.append(name, other);
  if (!had.includes(value)) next.append(name, value);
  return next;
}

/** Sets a parameter, or takes it out with an empty value. */
export function withValue(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
