import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/requests/get-me';
import { useMay } from '@/api/requests/may';
import { useSelectTake } from '@/api/requests/select-take';
import type { Pick, Shot, Take } from '@/api/types';
import { asPick, isRejected, shotCode } from '@/film/structure';
import type { KeyHandlers } from '@/keys/use-keys';
import { did } from '@/state/undo';
import { useUpdateTake } from './api/update-take';
import { afterReject } from './strip';

interface Options {
  filmId: string;
  shot: Shot;
  takes: readonly Take[];
  current: Take | undefined;
  show(take: Take): void;
}

export type TakeActions = ReturnType<typeof useTakeActions>;

/** What can be done to takes. Each can be undone, so none asks. */
export function useTakeActions({ filmId, shot, takes, current, show }: Options) {
  const { t } = useTranslation();
  const may = useMay();
  const by = useQuery(meQuery()).data?.user.name ?? null;
  const selecting = useSelectTake(filmId);
  const updating = useUpdateTake(shot.id);

  const select = (take: Pick, reason?: string) => {
    const before = shot.selectedTake;
    selecting.mutate(
      { shotId: shot.id, take, reason, by },
      {
        onSuccess: () => {
          if (reason === undefined)
            did(t('shot.selectedToast', { code: shotCode(shot), number: take.number }), () =>
              selecting.mutateAsync({ shotId: shot.id, take: before, by }),
            );
        },
      },
    );
  };
  const clear = () => {
    const before = shot.selectedTake;
    if (!before) return;
    selecting.mutate(
      { shotId: shot.id, take: null, by },
      {
        onSuccess: () =>
          did(t('shot.clearedToast', { code: shotCode(shot) }), () =>
            selecting.mutateAsync({ shotId: shot.id, take: before, by }),
          ),
      },
    );
  };
  const circle = (take: Take) => updating.mutate({ takeId: take.id, change: { circled: !take.circled } });
  const reject = (take: Take) => {
    const rejected = !isRejected(take);
    updating.mutate(
      { takeId: take.id, change: { rejected } },
      {
        onSuccess: () =>
          did(t(rejected ? 'shot.rejectedToast' : 'shot.restoredToast', { number: take.number }), () =>
            updating.mutateAsync({ takeId: take.id, change: { rejected: !rejected } }),
          ),
      },
    );
    const next = rejected ? afterReject(takes, take.id) : undefined;
    if (next) show(next);
  };

  const withCurrent = (allowed: boolean, act: (take: Take) => void) => () => {
    if (!current || !allowed) return false;
    act(current);
  };
  const keys: KeyHandlers = {
    selectTake: withCurrent(may.select, (take) => select(asPick(take))),
    circle: withCurrent(may.review, circle),
    reject: withCurrent(may.review, reject),
  };
  return {
    keys,
    select,
    clear,
    circle,
    reject,
    rate: (take: Take, rating: number) => updating.mutate({ takeId: take.id, change: { rating } }),
    write: (take: Take, notes: string) => updating.mutate({ takeId: take.id, change: { notes } }),
    error: selecting.error ?? updating.error,
  };
}
