import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { useMay } from '@/api/requests/may';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { useKeys } from '@/keys/use-keys';
import { say } from '@/state/undo';
import { canAdd, useAddFiles } from './api/add-files';
import { assetIdsQuery } from './api/list-asset-ids';
import { AssetGrid } from './AssetGrid';
import { filterOf } from './filter';
import { LibraryBar } from './LibraryBar';
import { MarkedAssets } from './MarkedAssets';
import { QuickLook } from './QuickLook';
import { useMarkedIds } from './use-marked-ids';
import './library.css';

/** Everything the crew has, whatever it is: found by type, tag, collection and words. The filter is in the address. */
export default function LibraryPage() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const found = useQuery(assetIdsQuery(filmId, filter));
  const ids = found.data?.ids ?? [];
  const { marked, mark, clear } = useMarkedIds(ids);
  const add = useAddFiles();
  const main = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const [looking, setLooking] = useState<number | null>(null);
  const looked = looking === null ? undefined : ids[looking];
  useKeys('library', { filter: () => words.current?.focus() });

  const addFiles = (files: readonly File[]) => {
    const good = files.filter(canAdd);
    if (good.length < files.length) say(t('library.notAdded', { count: files.length - good.length }), 'bad');
    if (good.length > 0) add.mutate(good, { onSuccess: () => say(t('library.added', { count: good.length })) });
  };
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.library') }]}
      />
      <main
        className="content library"
        id="main"
        tabIndex={-1}
        ref={main}
        onDragOver={(event) => may.edit && event.dataTransfer.types.includes('Files') && event.preventDefault()}
        onDrop={(event) => {
          if (!may.edit || event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          addFiles([...event.dataTransfer.files]);
        }}
      >
        <h1 className="visually-hidden">{t('nav.library')}</h1>
        <LibraryBar filmId={filmId} filter={filter} search={search} onSearch={setSearch} words={words} onFiles={addFiles} />
        <p className="small faint library-count" role="status">
          {found.data &&
            t(found.data.truncated ? 'library.firstFound' : 'library.found', {
              count: ids.length,
              shown: new Intl.NumberFormat(i18n.language).format(ids.length),
            })}
        </p>
        <Refusal error={found.error} onRetry={() => void found.refetch()} />
        <Refusal error={add.error} />
        {found.isPending && <Waiting />}
        {found.data && ids.length === 0 && (
          <div className="blank">
            <h2>{t('library.nothing')}</h2>
            <p>{t('library.nothingText')}</p>
          </div>
        )}
        {ids.length > 0 && (
          <AssetGrid filmId={filmId} ids={ids} scroller={main} marked={marked} onMark={mark} onLook={setLooking} />
        )}
      </main>
      {marked.size > 0 && <MarkedAssets ids={[...marked]} onClear={clear} />}
      {looking !== null && looked && (
        <QuickLook
          filmId={filmId}
          id={looked}
          place={t('library.place', { number: looking + 1, total: ids.length })}
          onStep={(direction) => setLooking(Math.max(0, Math.min(ids.length - 1, looking + direction)))}
          onClose={() => setLooking(null)}
        />
      )}
    </>
  );
}
