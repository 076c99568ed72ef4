import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo, mediaUrl } from '@/api/media';
import type { Pictured } from '@/api/types';
import { Slate } from '@/components/Slate';
import { shotCode, shotTitle } from '@/film/structure';
import { programmeTimecode } from '@/film/timecode';
import type { Segment, Timeline } from '@/film/timeline';
import { cx } from '@/lib/cx';
import type { Player } from '@/player/player';
import { TakeView } from '@/player/TakeView';
import { useFrame, useSpeed } from '@/player/use-player';

interface Props {
  player: Player;
  timeline: Timeline;
  segment: Segment;
  /** What is shown for this shot: its pick, or a take tried in place. */
  take: Pictured | null;
  trial: boolean;
  burnIn: boolean;
}

const ahead = 3;

/**
 * The picture. The shots around the current one are already there, decoded and hidden, so that a cut is the change of a
 * class between two frames and never waits for a file.
 */
export function Screen({ player, timeline, segment, take, trial, burnIn }: Props) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  const speed = useSpeed(player);
  const { rate, segments } = timeline;
  const local = frame - segment.start;
  const near = segments.slice(Math.max(0, segment.index - 1), segment.index + 2);
  const shape = take?.media?.width && take.media.height ? take.media.width / take.media.height : 16 / 9;
  usePreload(segments, segment.index);
  return (
    <div className="screen">
      <div className="screen-frame" style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${shape}))` }}>
        {near.map((entry) => {
          const current = entry.index === segment.index;
          const shown = current ? take : entry.shot.selectedTake;
          return (
            <div key={entry.shot.id} className={cx('screen-layer', current && 'on')} aria-hidden={!current}>
              {shown?.media ? (
                <TakeView
                  take={shown}
                  alt={
                    current
                      ? t('shot.takeAlt', { number: shown.number, code: shotCode(entry.shot), title: shotTitle(entry.shot) })
                      : ''
                  }
                  frame={current ? local : entry.index < segment.index ? entry.frames - 1 : 0}
                  rate={rate}
                  speed={current ? speed : 0}
                />
              ) : (
                <Slate code={shotCode(entry.shot)} line={entry.shot.details.description} note={t('screening.noPick')} />
              )}
            </div>
          );
        })}
        {burnIn && (
          <>
            <span className="burn top left">
              {shotCode(segment.shot)}
              {take ? ` · T${take.number}` : ''}
              {segment.scene
                ? ` · ${segment.scene.sceneNumber ? t('screening.scene', { number: segment.scene.sceneNumber }) : segment.scene.title}`
                : ''}
              {trial && <strong> · {t('screening.trial')}</strong>}
            </span>
            <span className="burn top right">
              <span className="burn-frame">{t('player.framesShort', { frame: local + 1, frames: segment.frames })}</span>
              {programmeTimecode(frame, rate)}
            </span>
          </>
        )}
      </div>
    </div>
  );
}

/** Brings the next pictures into the browser's cache and decodes them before they are due. */
function usePreload(segments: readonly Segment[], index: number): void {
  useEffect(() => {
    for (const { shot } of segments.slice(index + 1, index + 1 + ahead)) {
      const take = shot.selectedTake;
      const url = take && !isVideo(take) ? mediaUrl(take) : null;
      if (!url) continue;
      const image = new Image();
      image.src = url;
      void image.decode().catch(() => undefined);
    }
  }, [segments, index]);
}
