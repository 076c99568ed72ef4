import { useTranslation } from 'react-i18next';
import { type Rate } from '@/film/rate';
import { timecode } from '@/film/timecode';
import type { Player } from './player';
import { useFrame } from './use-player';
import './player.css';

/** The playhead over a length of frames; a slider for hands, keys and screen readers alike. */
export function Scrubber({ player, frames, rate }: { player: Player; frames: number; rate: Rate }) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  const last = Math.max(1, frames - 1);
  const share = (frame / last) * 100;
  const ticks = 8;
  const toPointer = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    player.seek(Math.round(((event.clientX - box.left) / box.width) * last));
  };
  return (
    <div
      className="scrubber"
      role="slider"
      tabIndex={0}
      aria-label={t('player.position')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={frame}
      aria-valuetext={timecode(frame, rate)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        toPointer(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && toPointer(event)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1, PageDown: -24, PageUp: 24, Home: -frames, End: frames }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        player.step(step);
      }}
    >
      {Array.from({ length: ticks + 1 }, (_, index) => (
        <i key={index} className="tick" style={{ left: `${(index / ticks) * 100}%` }} />
      ))}
      <div className="track" />
      <div className="done" style={{ width: `${share}%` }} />
      <div className="head" style={{ left: `${share}%` }} />
    </div>
  );
}
