import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SecurityEvent } from '@/api/generated/director';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { deviceOf } from '@/lib/device';
import { formatWhen } from '@/lib/format';

interface Props {
  record: UseInfiniteQueryResult<SecurityEvent[]>;
  /** Whose it was: for a record of several people. */
  named?: boolean;
}

/** Sign-ins, changes of what people sign in with, and refusals, the latest first. */
export function SecurityRecord({ record, named = false }: Props) {
  const { t } = useTranslation();
  if (record.error && !record.data) return <Refusal error={record.error} onRetry={() => void record.refetch()} />;
  if (!record.data) return <Waiting />;
  if (record.data.length === 0) return <p className="soft">{t('record.empty')}</p>;
  return (
    <>
      <ul className="record-list">
        {record.data.map((event) => (
          <Entry key={event.id} event={event} named={named} />
        ))}
      </ul>
      {record.hasNextPage && (
        <div>
          <Button disabled={record.isFetchingNextPage} onClick={() => void record.fetchNextPage()}>
            {t('activity.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}

function Entry({ event, named }: { event: SecurityEvent; named: boolean }) {
  const { t, i18n } = useTranslation();
  const refused = event.outcome === 'refused';
  const what = t(`record.kinds.${event.kind}`, { defaultValue: event.kind });
  return (
    <li>
      <time className="small faint" dateTime={event.at}>
        {formatWhen(event.at, i18n.language)}
      </time>
      <div>
        <p className={refused ? 'status bad' : undefined}>
          {refused && <ShieldAlert size={14} aria-hidden />}
          <span>
            {named && <strong>{event.userName ?? t('record.nobody')} </strong>}
            {refused ? t('record.refused', { what }) : what}
            {event.operation && <> · {event.operation}</>}
          </span>
        </p>
        <p className="small faint">{[event.address, deviceOf(event.userAgent)].filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}
