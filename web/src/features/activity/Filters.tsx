import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '@/api/requests/get-me';
import type { ActivityEvent } from '@/api/types';
import { Button } from '@/components/Button';
import { crewQuery } from './api/list-members';
import { isFiltered, kindGroups, type RecordFilter } from './filter';

interface Props {
  filter: RecordFilter;
  /** What is on screen: whoever did something there can be asked for, guests and former members too. */
  events: readonly ActivityEvent[];
  onFilter(change: Partial<RecordFilter>): void;
}

/** Who, what and when. */
export function Filters({ filter, events, onFilter }: Props) {
  const { t } = useTranslation();
  const workspace = useQuery(meQuery()).data?.current;
  const crew = useQuery({ ...crewQuery(workspace ?? ''), enabled: Boolean(workspace), retry: false }).data ?? [];
  const people = new Map(crew.map(({ userId, name }) => [userId, name]));
  for (const { actor } of events) {
    if (actor.id === null || people.has(actor.id)) continue;
    if (actor.kind === 'guest') people.set(actor.id, `${actor.name} (${t('log.actors.guest')})`);
    else if (actor.kind === 'user') people.set(actor.id, actor.name);
  }
  if (filter.who !== null && !people.has(filter.who)) people.set(filter.who, '…');
  return (
    <div className="record-filter" role="search">
      <label className="field">
        <span className="field-label">{t('log.who')}</span>
        <select className="input" value={filter.who ?? ''} onChange={(event) => onFilter({ who: event.target.value || null })}>
          <option value="">{t('log.anybody')}</option>
          {[...people].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{t('log.kind')}</span>
        <select
          className="input"
          value={filter.what ?? ''}
          onChange={(event) => onFilter({ what: (event.target.value || null) as RecordFilter['what'] })}
        >
          <option value="">{t('log.anything')}</option>
          {Object.keys(kindGroups).map((group) => (
            <option key={group} value={group}>
              {t(`log.kinds.${group}`)}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field">
          <span className="field-label">{t(`log.${end}`)}</span>
          <input
            type="date"
            className="input"
            value={filter[end] ?? ''}
            min={end === 'to' ? (filter.from ?? undefined) : undefined}
            max={end === 'from' ? (filter.to ?? undefined) : undefined}
            onChange={(event) => onFilter({ [end]: event.target.value || null })}
          />
        </label>
      ))}
      {isFiltered(filter) && (
        <Button look="ghost" onClick={() => onFilter({ who: null, what: null, from: null, to: null })}>
          {t('log.clear')}
        </Button>
      )}
    </div>
  );
}
