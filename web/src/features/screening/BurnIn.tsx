import { useTranslation } from 'react-i18next';
import type { Pictured } from '@/api/types';
import type { Rate } from '@/film/rate';
import { shotCode } from '@/film/structure';
import { programmeTimecode } from '@/film/timecode';
import type { Segment } from '@/film/timeline';
import type { Player } from '@/player/player';
import { useFrame } from '@/player/use-player';

interface Props {
  player: Player;
  rate: Rate;
  segment: Segment;
  take: Pictured | null;
  trial: boolean;
}

/** What is written into the picture: shot, take and scene on the left, the frame in the shot and the timecode on the right. */
export function BurnIn({ player, rate, segment, take, trial }: Props) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  const { scene } = segment;
  const place = scene && (scene.sceneNumber ? t('screening.scene', { number: scene.sceneNumber }) : scene.title);
  const inside = Math.max(0, Math.min(segment.frames - 1, frame - segment.start));
  return (
    <>
      <span className="burn top left">
        {[shotCode(segment.shot), take ? `T${take.number}` : null, place].filter(Boolean).join(' · ')}
        {trial && <strong> · {t('screening.trial')}</strong>}
      </span>
      <span className="burn top right">
        <span className="burn-frame">{t('player.framesShort', { frame: inside + 1, frames: segment.frames })}</span>
        {programmeTimecode(frame, rate)}
      </span>
    </>
  );
}
