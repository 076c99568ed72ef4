import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { TopBar } from '@/components/TopBar';
import { Budgets } from './Budgets';
import { CostTable } from './CostTable';
import './costs.css';

/** What a film has cost, and what it may cost. */
export default function CostsPage() {
  const { t } = useTranslation();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('costs.title') }]}
      />
      <main className="content" id="main" tabIndex={0}>
        <div className="page">
          <div className="page-head">
            <h1>{t('costs.title')}</h1>
          </div>
          <Budgets filmId={filmId} />
          <CostTable filmId={filmId} />
        </div>
      </main>
    </>
  );
}
