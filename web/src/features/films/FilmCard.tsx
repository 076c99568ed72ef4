import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { thumbnailById } from '@/api/media';
import type { FilmSummary } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { parseRate } from '@/film/rate';
import { runningLabel } from '@/film/timecode';
import { formatMoney, isFree } from '@/lib/format';

export function FilmCard({ summary }: { summary: FilmSummary }) {
  const { film, progress, cost, posterId, posterSha256 } = summary;
  const { t, i18n } = useTranslation();
  const share = progress.shots > 0 ? progress.selected / progress.shots : 0;
  const done = progress.shots > 0 && progress.selected === progress.shots;
  return (
    <Link to={`/f/${film.id}`} className="film-card">
      <div className="film-poster">
        {posterId && posterSha256 ? (
          <img src={thumbnailById(posterId, posterSha256, 480)} alt="" loading="lazy" decoding="async" />
        ) : (
          <span className="film-poster-empty">
            <i aria-hidden />
          </span>
        )}
      </div>
      <div className="film-body">
        <h2 className="cut">{film.name}</h2>
        <div className="bar" aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </div>
        <div className="row small soft">
          <span className="status">
            <StatusMark mark={done ? 'selected' : progress.shots === 0 ? 'empty' : 'pick'} size={14} />
            {progress.shots === 0
              ? t('films.noShots')
              : t('films.selected', { selected: progress.selected, count: progress.shots })}
          </span>
          <span className="grow" />
          <span className="faint">
            {progress.durationFrames > 0 && runningLabel(progress.durationFrames, parseRate(film.details.frameRate))}
            {!isFree(cost) && ` · ${formatMoney(cost!, i18n.language)}`}
          </span>
        </div>
      </div>
    </Link>
  );
}
