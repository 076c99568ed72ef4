import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';
import type { ActivityEvent } from '@/api/types';

const page = 200;
const mostPages = 50;
const shown = 300;

/** The log is read from its beginning on, oldest first; what is kept is its end, the latest first. */
async function latestEvents(filmId: string): Promise<ActivityEvent[]> {
  let latest: ActivityEvent[] = [];
  let after: string | undefined;
  for (let read = 0; read < mostPages; read++) {
    const { items, next } = await client.listEvents(after, filmId, undefined, page);
    latest = [...latest, ...(items as ActivityEvent[])].slice(-shown);
    if (next === null) break;
    after = next;
  }
  return latest.toReversed();
}

/** What happened in the film, the latest first. */
export const activityQuery = (filmId: string) =>
  queryOptions({ queryKey: keys.activity(filmId), queryFn: () => latestEvents(filmId), staleTime: 5_000 });
