import { useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { isVideo } from '@/api/media';
import type { Take } from '@/api/types';
import type { Rate } from '@/film/rate';
import type { Player } from '@/player/player';
import { TakeView } from '@/player/TakeView';
import { useFrame } from '@/player/use-player';
import type { CompareMode } from './use-compare';

interface Props {
  take: Take;
  letter: string;
  player: Player;
  rate: Rate;
  /** A says where the playhead is. */
  leads: boolean;
  mode: CompareMode;
  /** Whether it is the first of the two: the left of a wipe, the one that is seen when they are flipped. */
  first: boolean;
  share: number;
  zoom: CSSProperties;
}

/** One picture of a comparison. It stays the same element in every mode, so that changing the mode loads nothing. */
export function ComparePicture({ take, letter, player, rate, leads, mode, first, share, zoom }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const over = mode === 'wipe' ? first : !first;
  const clipped: CSSProperties = mode === 'wipe' && first ? { clipPath: `inset(0 ${100 - share}% 0 0)` } : {};
  const layer = mode === 'split' ? 'beside' : over ? `over ${mode}` : 'under';
  return (
    <div className={`compare-layer ${layer}`} style={clipped} data-letter={letter}>
      <div className="compare-zoomed" style={zoom}>
        <TakeView
          take={take}
          alt={t('shot.compareAlt', { letter, number: take.number })}
          source={player}
          lead={leads ? player : undefined}
          rate={rate}
          sounding={leads}
          onShown={leads ? undefined : setShown}
        />
      </div>
      <span className={first || mode === 'split' ? 'compare-label' : 'compare-label right'}>
        {t('shot.compareLabel', { letter, number: take.number })}
        {!leads && isVideo(take) && shown !== null && <Drift player={player} shown={shown} />}
      </span>
    </div>
  );
}

/** How many frames a follower is from A. */
function Drift({ player, shown }: { player: Player; shown: number }) {
  const { t } = useTranslation();
  const off = shown - useFrame(player);
  return (
    <span className="compare-drift">{t('shot.drift', { frames: off === 0 ? '±0' : off > 0 ? `+${off}` : `−${-off}` })}</span>
  );
}
