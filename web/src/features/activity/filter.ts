/** What of the record is shown; every part is in the address. */
export interface RecordFilter {
  /** A person's, guest's or key owner's id. */
  who: string | null;
  what: KindGroup | null;
  /** Days as YYYY-MM-DD where the reader of the page is; both belong to what is shown. */
  from: string | null;
  to: string | null;
}

/** The record names operations; people ask for what they were about. */
export const kindGroups = {
  film: [
    'createFilm',
    'createDemoFilm',
    'importScreenplay',
    'createScene',
    'addShotToScene',
    'addShotToFilm',
    'reorderFilm',
    'moveAsset',
    'createAsset',
    'createAssets',
    'updateAsset',
    'updateAssets',
    'deleteAsset',
    'restoreAsset',
    'putMedia',
    'createCharacter',
    'castCharacter',
    'uncastCharacter',
    'linkShotAssets',
    'createRelationship',
    'updateRelationship',
    'deleteRelationship',
    'setAssetTags',
    'undoEvent',
  ],
  takes: [
    'selectTake',
    'clearSelectedTake',
    'selectChild',
    'updateTake',
    'reviewTake',
    'resetTakeReview',
    'createShotTake',
    'selectSharedTake',
    'circleSharedTake',
  ],
  generation: [
    'generateShotTakes',
    'generateFilmTakes',
    'beginAttempt',
    'awaitGeneration',
    'finishGeneration',
    'failGeneration',
    'cancelGeneration',
    'cancelFilmGenerations',
    'retryGeneration',
  ],
  notes: ['createNote', 'updateNote', 'deleteNote', 'createSharedNote'],
  sharing: [
    'createShareLink',
    'updateShareLink',
    'revokeShareLink',
    'enterShare',
    'createSharedNote',
    'circleSharedTake',
    'selectSharedTake',
  ],
  people: [
    'setUp',
    'createWorkspace',
    'updateWorkspace',
    'createInvitation',
    'deleteInvitation',
    'acceptInvitation',
    'updateMember',
    'removeMember',
    'createApiKey',
    'revokeApiKey',
  ],
} as const satisfies Record<string, readonly string[]>;

export type KindGroup = keyof typeof kindGroups;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const day = /^\d{4}-\d\d-\d\d$/;

/** What an address says; a part that cannot be read is left out rather than refused. */
export function readFilter(search: URLSearchParams): RecordFilter {
  const matching = (name: string, pattern: RegExp) => {
    const value = search.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  const what = search.get('what');
  const dated = (name: string) => {
    const value = matching(name, day);
    return value !== null && !Number.isNaN(new Date(`${value}T00:00`).getTime()) ? value : null;
  };
  return {
    who: matching('who', id),
    what: what !== null && Object.hasOwn(kindGroups, what) ? (what as KindGroup) : null,
    from: dated('from'),
    to: dated('to'),
  };
}

export const isFiltered = (filter: RecordFilter): boolean => Object.values(filter).some((part) => part !== null);

/** The first moment of a day. */
export const dayBegins = (value: string): string => new Date(`${value}T00:00`).toISOString();

/** The first moment after a day: the server's `to` is not part of what it answers, or a moment too much does no harm. */
export function dayIsOver(value: string): string {
  const at = new Date(`${value}T00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
