import type { SharedTake } from '@/api/types';
import { useCircleSharedTake } from './api/circle-shared-take';
import { useCreateSharedNote } from './api/create-shared-note';
import { useSelectSharedTake } from './api/select-shared-take';

export type Acts = ReturnType<typeof useActs>;

/** What a guest may do, if the link allows it. */
export function useActs(token: string) {
  const circling = useCircleSharedTake(token);
  const selecting = useSelectSharedTake(token);
  const writing = useCreateSharedNote(token);
  return {
    circle: (take: SharedTake) => circling.mutate({ takeId: take.id, circled: !take.circled }),
    select: (take: SharedTake) => selecting.mutate(take.id),
    write: (take: SharedTake, text: string, frameIn: number, onDone: () => void) =>
      writing.mutate({ takeId: take.id, text, frameIn }, { onSuccess: onDone }),
    busy: circling.isPending || selecting.isPending,
    writing: writing.isPending,
    refusal: circling.error ?? selecting.error,
    noteRefusal: writing.error,
  };
}
