import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** What was said about a take, by the crew and by guests, in the order of its frames. */
export const notesQuery = (takeId: string) =>
  queryOptions({
    queryKey: keys.notes(takeId),
    queryFn: async () =>
      (await client.listNotes(takeId)).items.toSorted(
        (a, b) => a.frameIn - b.frameIn || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id),
      ),
    staleTime: 5_000,
  });
