import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { lineageQuery } from './api/get-lineage';
import { LineageTable } from './LineageTable';
import { depths, viewOf } from './view';
import './lineage.css';

const LineageGraph = lazy(() => import('./LineageGraph'));

/** Where an asset came from, or what came of it: as a graph and as a table. */
export default function LineagePage() {
  const { t } = useTranslation();
  const { film: filmId = '', id = '' } = useParams();
  const film = useFilm(filmId);
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search);
  const lineage = useQuery(lineageQuery(id, view));
  const set = (name: string, value: string) => setSearch((params) => (params.set(name, value), params), { replace: true });
  const name = lineage.data?.nodes[0]?.name ?? '…';
  const alone = lineage.data?.edges.length === 0;
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[
          { text: film.film.name, to: `/f/${filmId}` },
          { text: t('nav.library'), to: `/f/${filmId}/library` },
          { text: name, to: `/f/${filmId}/a/${id}` },
          { text: t('lineage.title') },
        ]}
      />
      <main className="content lineage" id="main" tabIndex={0}>
        <div className="lineage-bar">
          <h1>{t('lineage.title')}</h1>
          <Segmented
            label={t('lineage.direction')}
            value={view.direction}
            onChange={(way) => set('way', way)}
            options={[
              { value: 'up', text: t('lineage.up') },
              { value: 'down', text: t('lineage.down') },
            ]}
          />
          <label className="row small faint">
            {t('lineage.depth')}
            <select className="input" value={view.depth} onChange={(event) => set('depth', event.target.value)}>
              {[...new Set([...depths, view.depth])]
                .toSorted((a, b) => a - b)
                .map((depth) => (
                  <option key={depth}>{depth}</option>
                ))}
            </select>
          </label>
          <span className="grow" />
          <Segmented
            label={t('lineage.how')}
            value={view.as}
            onChange={(as) => set('as', as)}
            options={[
              { value: 'graph', text: t('lineage.graph') },
              { value: 'table', text: t('lineage.table') },
            ]}
          />
        </div>
        <Refusal error={lineage.error} onRetry={() => void lineage.refetch()} />
        {lineage.isPending && <Waiting />}
        {lineage.data?.truncated && <p className="small soft">{t('lineage.truncated')}</p>}
        {alone && <p className="soft">{t(view.direction === 'up' ? 'lineage.nothing' : 'lineage.nothingDown')}</p>}
        {lineage.data &&
          !alone &&
          (view.as === 'table' ? (
            <LineageTable filmId={filmId} lineage={lineage.data} />
          ) : (
            <Suspense fallback={<Waiting />}>
              <LineageGraph key={`${id} ${view.direction} ${view.depth}`} filmId={filmId} lineage={lineage.data} view={view} />
            </Suspense>
          ))}
      </main>
    </>
  );
}
