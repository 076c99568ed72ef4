import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '@/api/requests/may';
import { useFilm } from '@/api/requests/get-film-structure';
import { NotForYou } from '@/components/NotForYou';
import { TopBar } from '@/components/TopBar';
import { base } from '@/lib/base';
import './exports.css';

const exports = [
  { id: 'otio', path: 'exports/otio' },
  { id: 'otioZip', path: 'exports/otio?media=zip' },
] as const;

/** The edit to take home. Plain downloads: the server streams, the browser saves. */
export default function ExportsPage() {
  const { t } = useTranslation();
  const { film: filmId = '' } = useParams();
  const film = useFilm(filmId);
  const may = useMay();
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[{ text: t('nav.films'), to: '/' }, { text: film.film.name, to: `/f/${filmId}` }, { text: t('nav.exports') }]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page">
          <h1>{t('nav.exports')}</h1>
          <p className="soft">{t('exports.text', { selected: film.progress.selected, count: film.progress.shots })}</p>
          {!may.export && <NotForYou />}
          <ul className="export-list">
            {exports.map((entry) => (
              <li key={entry.id}>
                <div className="grow">
                  <h2>{t(`exports.${entry.id}.title`)}</h2>
                  <p className="soft">{t(`exports.${entry.id}.text`)}</p>
                </div>
                {may.export && (
                  <a className="button" href={`${base}/api/films/${filmId}/${entry.path}`} download>
                    <Download size={16} aria-hidden />
                    {t('exports.download')}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </main>
    </>
  );
}
