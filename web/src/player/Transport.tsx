import { Maximize, Pause, Play, Repeat, StepBack, StepForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { Player } from './player';
import './player.css';
import { useLooping, useSpeed } from './use-player';

/** Back one frame, play, on one frame. */
export function Transport({ player }: { player: Player }) {
  const { t } = useTranslation();
  const speed = useSpeed(player);
  return (
    <div className="row transport">
      <Button look="ghost" compact square aria-label={t('player.frameBack')} onClick={() => player.step(-1)}>
        <StepBack size={16} aria-hidden />
      </Button>
      <Button square aria-label={t(speed === 0 ? 'player.play' : 'player.pause')} onClick={() => player.toggle()}>
        {speed === 0 ? <Play size={16} fill="currentColor" aria-hidden /> : <Pause size={16} fill="currentColor" aria-hidden />}
      </Button>
      <Button look="ghost" compact square aria-label={t('player.frameOn')} onClick={() => player.step(1)}>
        <StepForward size={16} aria-hidden />
      </Button>
      <span className="shuttle small faint row">
        <kbd>J</kbd>
        <kbd>K</kbd>
        <kbd>L</kbd>
        <span>{speed === 0 || speed === 1 ? t('player.shuttle') : `${speed > 0 ? '+' : '−'}${Math.abs(speed)}×`}</span>
      </span>
    </div>
  );
}

export function LoopButton({ player }: { player: Player }) {
  const { t } = useTranslation();
  const loop = useLooping(player);
  return (
    <Button look="ghost" compact square aria-label={t('player.loop')} aria-pressed={loop} onClick={() => player.toggleLoop()}>
      <Repeat size={16} aria-hidden />
    </Button>
  );
}

export function FullScreenButton({ onClick }: { onClick(): void }) {
  const { t } = useTranslation();
  return (
    <Button look="ghost" compact square aria-label={t('player.fullScreen')} onClick={onClick}>
      <Maximize size={16} aria-hidden />
    </Button>
  );
}

export function toggleFullScreen(element: HTMLElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void element?.requestFullscreen().catch(() => undefined);
}
