import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Rate } from '@/film/rate';
import { timecode } from '@/film/timecode';
import type { Player } from './player';
import { useFrame, useRange } from './use-player';
import './player.css';

/** The playhead over a length of frames; a slider for hands, keys and screen readers alike. */
export function Scrubber({
  player,
  frames,
  rate,
  children,
}: {
  player: Player;
  frames: number;
  rate: Rate;
  /** What is marked on it, laid below the playhead. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  const range = useRange(player);
  const last = Math.max(1, frames - 1);
  const place = (at: number) => `${(Math.min(at, last) / last) * 100}%`;
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
      {(range.in !== null || range.out !== null) && (
        <div className="range" style={{ left: place(range.in ?? 0), right: `calc(100% - ${place(range.out ?? last)})` }} />
      )}
      {children}
      <div className="done" style={{ width: `${share}%` }} />
      <div className="head" style={{ left: `${share}%` }} />
    </div>
  );
}
