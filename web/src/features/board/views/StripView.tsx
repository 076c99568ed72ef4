import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ShotPicture } from '@/components/ShotPicture';
import { StatusMark } from '@/components/StatusMark';
import type { Rate } from '@/film/rate';
import { shotCode, shotFrames, shotStatus, shotTitle, type PlacedShot } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { cx } from '@/lib/cx';
import type { CardActions } from '../use-board-actions';

interface Props {
  filmId: string;
  shots: readonly PlacedShot[];
  rate: Rate;
  marked: ReadonlySet<string>;
  actions: CardActions;
}

const cellWidth = 304;

/** The film from left to right in large pictures, one shot after the other, as it is screened. */
export function StripView({ filmId, shots, rate, marked, actions }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // Its functions read the scroll position and must not be memoized; nothing here is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const cells = useVirtualizer({
    horizontal: true,
    count: shots.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth,
    overscan: 4,
  });
  return (
    <div className="strip-view" ref={scroller}>
      <ul style={{ width: cells.getTotalSize() }}>
        {cells.getVirtualItems().map(({ index, start }) => {
          const { shot, scene } = shots[index]!;
          const first = index === 0 || shots[index - 1]!.scene?.id !== scene?.id;
          const code = shotCode(shot);
          return (
            <li
              key={shot.id}
              data-shot={shot.id}
              className={cx('strip-cell', marked.has(shot.id) && 'marked')}
              style={{ left: start }}
              aria-posinset={index + 1}
              aria-setsize={shots.length}
            >
              <p className="small faint cut strip-scene">
                {first && (scene ? `${scene.sceneNumber ?? ''} ${scene.title}` : t('board.noScene'))}
              </p>
              <Link to={`/f/${filmId}/shots/${encodeURIComponent(code)}`} className="card-link">
                <span className="strip-pic">
                  {shot.takeCount > 0 ? <ShotPicture shot={shot} /> : <span className="soft">{shotTitle(shot)}</span>}
                </span>
                <span className="row">
                  <strong>{code}</strong>
                  <span className="faint small">{shot.details.shotSize}</span>
                  <span className="grow" />
                  <span className="faint small">{lengthLabel(shotFrames(shot), rate)}</span>
                </span>
                <span className="small soft cut">{shotTitle(shot)}</span>
                <span className="status">
                  <StatusMark mark={shotStatus(shot)} size={14} />
                  {t(`status.${shotStatus(shot)}`)}
                </span>
              </Link>
              {(actions.may.edit || actions.may.generate) && (
                <button
                  type="button"
                  className="strip-mark"
                  aria-pressed={marked.has(shot.id)}
                  aria-label={t('board.mark', { code })}
                  onClick={(event) => actions.mark(shot, event.shiftKey)}
                >
                  <Check size={16} aria-hidden />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
