import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '@/components/Picture';
import { Slate } from '@/components/Slate';
import { shotCode } from '@/film/structure';
import { lengthLabel } from '@/film/timecode';
import { revealInStrip } from '@/lib/reveal';
import type { Segment, Timeline } from '@/film/timeline';
import { cx } from '@/lib/cx';
import type { Player } from '@/player/player';
import { useFrame } from '@/player/use-player';

interface Props {
  filmId: string;
  timeline: Timeline;
  current: number;
  player: Player;
  onShot(segment: Segment): void;
}

/** The whole film under the picture, each shot as wide as it is long, with the scenes as a ruler. */
export function Strip({ timeline, current, player, onShot }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    revealInStrip(row.current?.querySelector('.now'), row.current);
  }, [current]);
  return (
    <div className="room-strip" ref={row}>
      <div className="room-strip-inner" style={{ minWidth: `calc(var(--segment-least) * ${timeline.segments.length})` }}>
        <Segments timeline={timeline} current={current} onShot={onShot} />
        <Playhead player={player} frames={timeline.frames} />
        <Ruler timeline={timeline} current={current} />
      </div>
    </div>
  );
}

const Segments = memo(function Segments({ timeline, current, onShot }: Pick<Props, 'timeline' | 'current' | 'onShot'>) {
  const { t } = useTranslation();
  return (
    <ul className="room-segments">
      {timeline.segments.map((segment) => {
        const code = shotCode(segment.shot);
        const short = segment.frames * 14 < timeline.frames ? code.replace(/^[^\d]+/, '') || code : code;
        return (
          <li key={segment.shot.id} style={{ flexGrow: segment.frames }}>
            <button
              type="button"
              className={cx('room-segment', segment.index === current && 'now')}
              aria-current={segment.index === current || undefined}
              title={code}
              onClick={() => onShot(segment)}
            >
              {segment.shot.selectedTake ? (
                <>
                  <Picture take={segment.shot.selectedTake} size={320} alt="" />
                  <span className="room-code">{short}</span>
                </>
              ) : (
                <Slate compact code={short} note={t('screening.noPick')} />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
});

function Playhead({ player, frames }: { player: Player; frames: number }) {
  const frame = useFrame(player);
  return <i className="room-head-line" style={{ left: `${(frame / Math.max(1, frames)) * 100}%` }} aria-hidden />;
}

const Ruler = memo(function Ruler({ timeline, current }: { timeline: Timeline; current: number }) {
  const scenes: { key: string; number: string | null; name: string; frames: number; on: boolean }[] = [];
  for (const segment of timeline.segments) {
    const key = segment.scene?.id ?? 'film';
    const on = segment.index === current;
    const last = scenes.at(-1);
    if (last?.key === key) {
      last.frames += segment.frames;
      last.on ||= on;
    } else
      scenes.push({
        key,
        number: segment.scene?.sceneNumber ?? null,
        name: segment.scene?.title ?? '',
        frames: segment.frames,
        on,
      });
  }
  return (
    <ol className="room-ruler">
      {scenes.map((scene) => (
        <li key={scene.key} className={scene.on ? 'on' : undefined} style={{ flexGrow: scene.frames }}>
          <span className="cut">
            <b>{scene.number}</b> {scene.name}
          </span>
          <span>{lengthLabel(scene.frames, timeline.rate)}</span>
        </li>
      ))}
    </ol>
  );
});
