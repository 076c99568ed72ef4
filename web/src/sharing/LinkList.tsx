import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shareLinksQuery } from '@/api/requests/list-share-links';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { LinkRow } from './LinkRow';

/** Every link by which something of the film is shown. */
export function LinkList({ filmId }: { filmId: string }) {
  const { t } = useTranslation();
  const links = useInfiniteQuery(shareLinksQuery(filmId));
  return (
    <div className="dialog-body">
      <Refusal error={links.error} onRetry={() => void links.refetch()} />
      {links.isPending && <Waiting />}
      {links.data?.length === 0 && <p className="soft share-none">{t('share.none')}</p>}
      {links.data && links.data.length > 0 && (
        <ul className="share-list">
          {links.data.map((link) => (
            <LinkRow key={link.id} link={link} />
          ))}
        </ul>
      )}
      {links.hasNextPage && (
        <Button disabled={links.isFetchingNextPage} onClick={() => void links.fetchNextPage()}>
          {t('activity.earlier')}
        </Button>
      )}
    </div>
  );
}
