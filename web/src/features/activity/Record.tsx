import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ActivityEvent } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { activityQuery } from './api/list-events';
import { useUndoEvent } from './api/undo-event';
import { Entry } from './Entry';
import { ExportRecord } from './ExportRecord';
import { isFiltered, readFilter, type RecordFilter } from './filter';
import { Filters } from './Filters';
import './activity.css';

interface Props {
  title: string;
  /** Absent: everything in the workspace. */
  filmId?: string;
  subject(event: ActivityEvent): string;
  film?(event: ActivityEvent): { id: string; name: string } | undefined;
}

/** Who did what, and the way back. */
export function Record({ title, filmId, subject, film }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const events = useInfiniteQuery(activityQuery(filmId, filter));
  const undo = useUndoEvent();
  const list = events.data ?? [];
  const change = (parts: Partial<RecordFilter>) =>
    setSearch(
      (params) => {
        for (const [name, value] of Object.entries(parts)) {
          if (value) params.set(name, value);
          else params.delete(name);
        }
        return params;
      },
      { replace: true },
    );
  return (
    <>
      <div className="page-head">
        <h1 className="grow">{title}</h1>
        <ExportRecord />
      </div>
      <Filters filter={filter} events={list} onFilter={change} />
      <Refusal error={events.error} onRetry={() => void events.refetch()} />
      {events.isPending && <Waiting />}
      {events.data?.length === 0 && <p className="soft">{t(isFiltered(filter) ? 'log.nothing' : 'activity.empty')}</p>}
      <ol className="activity" aria-busy={events.isPlaceholderData}>
        {list.map((event) => (
          <Entry
            key={event.id}
            event={event}
            subject={subject(event)}
            film={film?.(event)}
            busy={undo.isPending}
            error={undo.variables === event.id ? undo.error : null}
            onUndo={() => undo.mutate(event.id)}
          />
        ))}
      </ol>
      {events.hasNextPage && (
        <div>
          <Button disabled={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t('activity.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}
