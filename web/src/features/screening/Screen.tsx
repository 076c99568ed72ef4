import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo, mediaUrl } from '@/api/media';
import type { Pictured } from '@/api/types';
import { Slate } from '@/components/Slate';
import { shotCode, shotTitle } from '@/film/structure';
import type { Segment, Timeline } from '@/film/timeline';
import { cx } from '@/lib/cx';
import DrawingLayer from '@/notes/DrawingLayer';
import { stretchOf, type FrameSource } from '@/player/frame-source';
import type { Player } from '@/player/player';
import { TakeView } from '@/player/TakeView';
import { useShape } from '@/player/use-shape';
import { BurnIn } from './BurnIn';

interface Props {
  player: Player;
  timeline: Timeline;
  segment: Segment;
  /** What is shown for this shot: its pick, or a take tried in place. */
  take: Pictured | null;
  trial: boolean;
  burnIn: boolean;
  /** The take's own playhead. */
  place: FrameSource;
}

/** Elements that stand ready before and behind the one that is seen; pictures beyond them are only fetched. */
const behind = 1;
const ready = 2;
const fetched = 5;

/**
 * The picture. The shots around the current one are already there, decoded and standing on their first frame below the one
 * that is seen, so that a cut is the change of a class between two frames and never waits for a file.
 */
export function Screen({ player, timeline, segment, take, trial, burnIn, place }: Props) {
  const { segments, rate } = timeline;
  const near = segments.slice(Math.max(0, segment.index - behind), segment.index + ready + 1);
  const shape = useShape(take);
  usePreload(segments, segment.index);
  return (
    <div className="screen">
      <div className="screen-frame" style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${shape}))` }}>
        {near.map((entry) => {
          const current = entry.index === segment.index;
          return (
            <Layer
              key={entry.shot.id}
              player={player}
              timeline={timeline}
              segment={entry}
              take={current ? take : entry.shot.selectedTake}
              current={current}
            />
          );
        })}
        {take?.media && <DrawingLayer take={take} source={place} />}
        {burnIn && <BurnIn player={player} rate={rate} segment={segment} take={take} trial={trial} />}
      </div>
    </div>
  );
}

interface LayerProps {
  player: Player;
  timeline: Timeline;
  segment: Segment;
  take: Pictured | null;
  current: boolean;
}

function Layer({ player, timeline, segment, take, current }: LayerProps) {
  const { t } = useTranslation();
  const { shot, start, frames } = segment;
  const source = useMemo(() => stretchOf(player, start, frames), [player, start, frames]);
  return (
    <div className={cx('screen-layer', current && 'on')} aria-hidden={!current}>
      {take?.media ? (
        <TakeView
          key={take.id}
          take={take}
          alt={current ? t('shot.takeAlt', { number: take.number, code: shotCode(shot), title: shotTitle(shot) }) : ''}
          source={source}
          rate={timeline.rate}
          sounding={current}
        />
      ) : (
        <Slate code={shotCode(shot)} line={shot.details.description} note={t('screening.noPick')} />
      )}
    </div>
  );
}

/** Brings the next stills into the browser's cache and decodes them before they are due. */
function usePreload(segments: readonly Segment[], index: number): void {
  useEffect(() => {
    for (const { shot } of segments.slice(index + 1, index + 1 + fetched)) {
      const take = shot.selectedTake;
      const url = take && !isVideo(take) ? mediaUrl(take) : null;
      if (!url) continue;
      const image = new Image();
      image.src = url;
      void image.decode().catch(() => undefined);
    }
  }, [segments, index]);
}
