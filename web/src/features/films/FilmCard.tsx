import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { thumbnailById } from '@/api/media';
import type { FilmSummary } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { parseRate } from '@/film/rate';
import { runningLabel } from '@/film/timecode';
import { formatMoney, isFree } from '@/lib/format';

export function FilmCard({ film }: { film: FilmSummary }) {
  const { t, i18n } = useTranslation();
  const share = film.shots > 0 ? film.selected / film.shots : 0;
  const done = film.shots > 0 && film.selected === film.shots;
  return (
    <Link to={`/f/${film.id}`} className="film-card">
      <div className="film-poster">
        {film.posterTakeId && film.posterSha256 ? (
          <img src={thumbnailById(film.posterTakeId, film.posterSha256, 480)} alt="" loading="lazy" decoding="async" />
        ) : (
          <span className="film-poster-empty">
            <i aria-hidden />
          </span>
        )}
      </div>
      <div className="film-body">
        <h2 className="cut">{film.title}</h2>
        <div className="bar" aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </div>
        <div className="row small soft">
          <span className="status">
            <StatusMark mark={done ? 'selected' : film.shots === 0 ? 'empty' : 'pick'} size={14} />
            {film.shots === 0 ? t('films.noShots') : t('films.selected', { selected: film.selected, count: film.shots })}
          </span>
          <span className="grow" />
          <span className="faint">
            {film.runningFrames > 0 && runningLabel(film.runningFrames, parseRate(film.frameRate))}
            {!isFree(film.cost) && ` · ${formatMoney(film.cost!, i18n.language)}`}
          </span>
        </div>
      </div>
    </Link>
  );
}
