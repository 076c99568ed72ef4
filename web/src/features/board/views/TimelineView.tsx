import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ShotPicture } from '@/components/ShotPicture';
import { StatusMark } from '@/components/StatusMark';
import { framesToSeconds } from '@/film/rate';
import { shotCode, shotStatus, shotTitle, type PlacedShot } from '@/film/structure';
import { lengthLabel, runningLabel } from '@/film/timecode';
import type { Timeline } from '@/film/timeline';
import { cx } from '@/lib/cx';

interface Props {
  filmId: string;
  timeline: Timeline;
  /** Those that the filter lets through; the others are faint, for the time runs over them too. */
  shots: readonly PlacedShot[];
  marked: ReadonlySet<string>;
}

const scales = { min: 2, max: 160, usual: 24 };

/** The film against time: every shot as wide as it is long, at the scale that is chosen. */
export function TimelineView({ filmId, timeline, shots, marked }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [pixels, setPixels] = useState(scales.usual);
  const { rate, segments } = timeline;
  const through = new Set(shots.map(({ shot }) => shot.id));
  // Its functions read the scroll position and must not be memoized; nothing here is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const blocks = useVirtualizer({
    horizontal: true,
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.max(3, framesToSeconds(segments[index]!.frames, rate) * pixels),
    overscan: 6,
  });
  useEffect(() => blocks.measure(), [blocks, pixels]);
  return (
    <div className="timeline-view">
      <div className="row small">
        <label htmlFor={id} className="faint">
          {t('views.zoom')}
        </label>
        <input
          id={id}
          type="range"
          min={scales.min}
          max={scales.max}
          value={pixels}
          onChange={(event) => setPixels(event.target.valueAsNumber)}
        />
        <span className="faint">{runningLabel(timeline.frames, rate)}</span>
      </div>
      <div className="timeline-scroll" ref={scroller}>
        <ul style={{ width: blocks.getTotalSize(), backgroundSize: `${pixels}px 100%` }}>
          {blocks.getVirtualItems().map(({ index, start, size }) => {
            const { shot, scene, start: frame, frames } = segments[index]!;
            const first = index === 0 || segments[index - 1]!.scene?.id !== scene?.id;
            const code = shotCode(shot);
            return (
              <li
                key={shot.id}
                data-shot={shot.id}
                className={cx(
                  'timeline-block',
                  marked.has(shot.id) && 'marked',
                  !through.has(shot.id) && 'out',
                  first && 'begins',
                )}
                style={{ left: start, width: size }}
              >
                <p className="small faint timeline-scene">
                  {first && (
                    <>
                      {runningLabel(frame, rate)} {scene ? `${scene.sceneNumber ?? ''} ${scene.title}` : t('board.noScene')}
                    </>
                  )}
                </p>
                <Link
                  to={`/f/${filmId}/shots/${encodeURIComponent(code)}`}
                  className="card-link"
                  title={shotTitle(shot)}
                  aria-label={`${t('views.starts', {
                    code,
                    start: runningLabel(frame, rate),
                    length: lengthLabel(frames, rate),
                  })}. ${t(`status.${shotStatus(shot)}`)}`}
                >
                  <span className="timeline-pic">{shot.takeCount > 0 && <ShotPicture shot={shot} size={320} />}</span>
                  <span className="row timeline-name" aria-hidden>
                    <StatusMark mark={shotStatus(shot)} size={14} />
                    <strong className="cut">{code}</strong>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
