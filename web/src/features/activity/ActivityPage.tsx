import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useFilm } from '@/api/requests/get-film-structure';
import { TopBar } from '@/components/TopBar';
import { namesIn, subjectName } from './describe';
import { Record } from './Record';

/** What happened in the film. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const names = useMemo(() => namesIn(film), [film]);
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.activity') }]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page">
          <Record title={t('nav.activity')} filmId={filmId} subject={(event) => subjectName(event, names)} />
        </div>
      </main>
    </>
  );
}
