import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ShotPicture } from '@/components/ShotPicture';
import { shotCode, shotFrames, type PlacedShot } from '@/film/structure';
import { cx } from '@/lib/cx';
import { revealInStrip } from '@/lib/reveal';

/** Beyond this many the strip shows the neighbourhood of the current shot and says how much lies outside. */
const neighbourhood = 60;

/** The whole film as a strip, each shot as wide as it is long. */
export const FilmStrip = memo(function FilmStrip({
  filmId,
  shots,
  current,
}: {
  filmId: string;
  shots: readonly PlacedShot[];
  current: number;
}) {
  const { t } = useTranslation();
  const now = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    revealInStrip(now.current);
  }, [current]);
  const from =
    shots.length > neighbourhood ? Math.max(0, Math.min(current - neighbourhood / 2, shots.length - neighbourhood)) : 0;
  const near = shots.slice(from, from + neighbourhood);
  const share = (count: number) => `${(count / Math.max(1, shots.length)) * 100}%`;
  return (
    <nav className="film-strip" aria-label={t('shot.wholeFilm')}>
      <div className="film-strip-row">
        {near.map(({ shot, index }) => (
          <Link
            key={shot.id}
            ref={index === current ? now : undefined}
            to={`/f/${filmId}/shots/${encodeURIComponent(shotCode(shot))}`}
            className={cx(index === current && 'now', shot.takeCount === 0 && 'none')}
            style={{ flexGrow: shotFrames(shot) }}
            title={shotCode(shot)}
            aria-label={shotCode(shot)}
            aria-current={index === current ? 'page' : undefined}
          >
            <ShotPicture shot={shot} size={320} fetch={false} />
          </Link>
        ))}
      </div>
      {shots.length > neighbourhood && (
        <div className="film-strip-map" aria-hidden>
          <i style={{ left: share(from), width: share(near.length) }} />
          <b style={{ left: share(current) }} />
        </div>
      )}
    </nav>
  );
});
