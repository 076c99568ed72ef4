import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shareVisitsQuery } from '@/api/requests/list-share-link-visits';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { formatWhen } from '@/lib/format';

/** Who looked at what, when and from where. */
export function Visits({ linkId }: { linkId: string }) {
  const { t, i18n } = useTranslation();
  const visits = useInfiniteQuery(shareVisitsQuery(linkId));
  if (visits.isPending) return <Waiting />;
  if (visits.error) return <Refusal error={visits.error} onRetry={() => void visits.refetch()} />;
  return (
    <>
      <div className="share-visits">
        <table className="sheet small">
          <thead>
            <tr>
              <th>{t('share.who')}</th>
              <th>{t('share.did')}</th>
              <th>{t('share.when')}</th>
              <th>{t('share.where')}</th>
            </tr>
          </thead>
          <tbody>
            {visits.data.map((visit) => (
              <tr key={visit.id}>
                <td>{visit.guestName}</td>
                <td>
                  {t(`share.doing.${visit.what}`, { what: visit.assetName ?? '', defaultValue: visit.what })}
                  {visit.times > 1 && <span className="faint"> {t('share.times', { count: visit.times })}</span>}
                </td>
                <td>
                  <time dateTime={visit.lastAt}>{formatWhen(visit.lastAt, i18n.language)}</time>
                </td>
                <td className="faint">{visit.address ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {visits.hasNextPage && (
        <Button compact disabled={visits.isFetchingNextPage} onClick={() => void visits.fetchNextPage()}>
          {t('activity.earlier')}
        </Button>
      )}
    </>
  );
}
