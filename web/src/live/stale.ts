import { keys } from '@/api/query-keys';
import type { LiveMessage } from './event-stream';

export type StaleKey = readonly unknown[];

/** Everything that is shown from the server; system and models change with the process, not with the log. */
const everything: readonly StaleKey[] = [
  keys.films,
  ['structure'],
  ['takes'],
  ['generations'],
  ['activity'],
  ['notes'],
  ['share'],
  keys.me,
];

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
  if (subjectType === 'film') return [keys.films, structure, ['generations'], ['takes'], ...log];
  if (/generat/i.test(kind)) return [['generations'], ['takes'], structure, keys.films, ...log];
  if (subjectType === 'shot') return [structure, keys.takes(subjectId), keys.films, ...log];
  if (subjectType === 'shot_take') return [['takes'], structure, ...log];
  return [structure, keys.films, ...log];
}

/** Joins many messages into one list without repeats: a burst of fifty takes is one round of reads. */
export function joinStale(messages: readonly LiveMessage[]): StaleKey[] {
  const seen = new Map<string, StaleKey>();
  for (const key of messages.flatMap(staleAfter)) seen.set(JSON.stringify(key), key);
  return [...seen.values()];
}
