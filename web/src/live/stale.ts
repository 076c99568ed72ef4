import { keys } from '@/api/query-keys';
import type { LiveMessage } from './event-stream';

export type StaleKey = readonly unknown[];

/** Everything that is shown from the server; system and models change with the process, not with the log. */
const everything: readonly StaleKey[] = [
  keys.films,
  keys.content,
  ['structure'],
  ['takes'],
  ['generations'],
  ['activity'],
  ['notes'],
  ['share'],
  keys.me,
  keys.assets,
  keys.tags,
  keys.collections,
  ['shot'],
  ['prompt'],
  keys.budgets,
  keys.costs,
];

/** What a shot is asked for with comes from its characters, places and things as well as from itself. */
const prompts: readonly StaleKey[] = [['shot'], ['prompt']];
const money: readonly StaleKey[] = [keys.budgets, keys.costs];

/**
 * Which reads an event made stale. Takes and shots belong to a film (`rootId`); a take's event cannot name its shot's
 * cache entry, so the takes that are on screen are read again. Unknown kinds fall back to the film as a whole.
 */
export function staleAfter(message: LiveMessage): readonly StaleKey[] {
  if (message.type === 'reset') return everything;
  // Perhaps the sign-in was ended from elsewhere: asking who one is tells.
  if (message.type === 'refused') return [keys.me];
  const { kind, subjectType, subjectId, rootId } = message.event;
  const film = rootId ?? (subjectType === 'film' ? subjectId : null);
  const log: StaleKey[] = film ? [keys.activity(film), keys.workspaceActivity] : [['activity']];
  const structure: StaleKey = film ? keys.structure(film) : ['structure'];
  if (subjectType === 'note') return [['notes'], ...log];
  if (subjectType === 'shareLink' || subjectType === 'guest') return [['share'], ...log];
  if (subjectType === 'extraction') return [keys.content, ...log];
  if (subjectType === 'text' || (subjectType === 'script' && !film)) return [keys.content, structure, keys.assets, ...log];
  if (subjectType === 'collection') return [keys.collections, keys.assets, ...log];
  if (subjectType === 'tag') return [keys.tags, keys.assets, structure, ...log];
  if (subjectType === 'film')
    return [keys.films, structure, ['generations'], ['takes'], keys.assets, ...prompts, ...money, ...log];
  if (/generat/i.test(kind)) return [['generations'], ['takes'], structure, keys.films, keys.assets, ...money, ...log];
  if (subjectType === 'shot') return [structure, keys.takes(subjectId), keys.films, keys.assets, keys.tags, ...prompts, ...log];
  if (subjectType === 'shot_take') return [['takes'], structure, keys.assets, ...log];
  return [structure, keys.films, keys.assets, keys.tags, ...prompts, ...money, ...log];
}

/** Joins many messages into one list without repeats: a burst of fifty takes is one round of reads. */
export function joinStale(messages: readonly LiveMessage[]): StaleKey[] {
  const seen = new Map<string, StaleKey>();
  for (const key of messages.flatMap(staleAfter)) seen.set(JSON.stringify(key), key);
  return [...seen.values()];
}
