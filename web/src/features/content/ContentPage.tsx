import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { ConnectionBanner } from '@/components/ConnectionBanner';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { cx } from '@/lib/cx';
import { AddContent } from './AddContent';
import { contentQuery } from './api/list-content';
import { ContentRow } from './ContentRow';
import { isFiltered, kinds, readFilter, statuses } from './filter';
import { Reader } from './Reader';
import '@/styles/drop.css';
import './content.css';

/** Texts taken in: from the web, from files; to be read, tagged and made films of. */
export default function ContentPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const open = search.get('id');
  const list = useInfiniteQuery(contentQuery(filter));
  const items = list.data ?? [];

  const change = (values: Record<string, string | null>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: !('id' in values) },
    );

  return (
    <div className="shell bare">
      <div className="column">
        <ConnectionBanner />
        <TopBar crumbs={[{ text: t('nav.films'), to: '/' }, { text: t('nav.content') }]} />
        <main className="content" id="main" tabIndex={-1}>
          <div className={cx('page', 'content-page', open && 'reading')}>
            <div className="content-side">
              <h1>{t('nav.content')}</h1>
              {may.edit && <AddContent onAdded={(content) => change({ id: content.id })} />}
              <div className="content-filter" role="search">
                <input
                  className="input"
                  type="search"
                  aria-label={t('content.search')}
                  placeholder={t('content.search')}
                  value={filter.q}
                  maxLength={200}
                  onChange={(event) => change({ q: event.target.value })}
                />
                <select
                  className="input"
                  aria-label={t('content.statusLabel')}
                  value={filter.status ?? ''}
                  onChange={(event) => change({ status: event.target.value })}
                >
                  <option value="">{t('content.anyStatus')}</option>
                  {statuses.map((status) => (
                    <option key={status} value={status}>
                      {t(`content.status.${status}`)}
                    </option>
                  ))}
                </select>
                <select
                  className="input"
                  aria-label={t('content.kindLabel')}
                  value={filter.kind ?? ''}
                  onChange={(event) => change({ kind: event.target.value })}
                >
                  <option value="">{t('content.anyKind')}</option>
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`content.kinds.${kind}`)}
                    </option>
                  ))}
                </select>
              </div>
              <Refusal error={list.error} onRetry={() => void list.refetch()} />
              {list.isPending && !list.error && <Waiting />}
              <ul className="content-list" aria-label={t('nav.content')}>
                {items.map((content) => (
                  <ContentRow
                    key={content.id}
                    content={content}
                    open={content.id === open}
                    onOpen={() => change({ id: content.id })}
                  />
                ))}
              </ul>
              {list.data && items.length === 0 && (
                <p className="faint">{t(isFiltered(filter) ? 'content.nothingFound' : 'content.empty')}</p>
              )}
              {list.hasNextPage && (
                <Button look="line" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t('content.older')}
                </Button>
              )}
            </div>
            <div className="content-main">
              {open ? (
                <Reader key={open} id={open} onClose={() => change({ id: null })} />
              ) : (
                <p className="blank">{t('content.choosePrompt')}</p>
              )}
            </div>
          </div>
        </main>
      </div>
    </div>
  );
}
