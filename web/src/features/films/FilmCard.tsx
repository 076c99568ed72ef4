import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { thumbnailById } from '@/api/media';
import type { FilmSummary } from '@/api/types';
import { Menu, MenuItem } from '@/components/Menu';
import { StatusMark } from '@/components/StatusMark';
import { parseRate } from '@/film/rate';
import { runningLabel } from '@/film/timecode';
import { formatMoney, isFree } from '@/lib/format';

export function FilmCard({ summary, onRemove }: { summary: FilmSummary; onRemove?: () => void }) {
  const { film, progress, cost, posterId, posterSha256 } = summary;
  const { t, i18n } = useTranslation();
  const share = progress.shots > 0 ? progress.selected / progress.shots : 0;
  const done = progress.shots > 0 && progress.selected === progress.shots;
  return (
    <div className="film-cell">
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
      {onRemove && (
        <div className="film-menu">
          <Menu
            trigger={
              <button type="button" aria-label={t('films.more', { title: film.name })}>
                <Ellipsis size={16} aria-hidden />
              </button>
            }
          >
            <MenuItem onSelect={onRemove}>{t('films.remove')}</MenuItem>
          </Menu>
        </div>
      )}
    </div>
  );
}
