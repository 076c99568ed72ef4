import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import type { Player } from './player';
import { useRange } from './use-player';

/** Marks where the played stretch begins and ends, at the playhead. */
export function RangeButtons({ player }: { player: Player }) {
  const { t } = useTranslation();
  const range = useRange(player);
  const marked = range.in !== null || range.out !== null;
  return (
    <span className="row range-buttons">
      <Button
        look="ghost"
        compact
        square
        aria-label={t('player.markIn')}
        aria-pressed={range.in !== null}
        onClick={() => player.mark('in')}
      >
        <kbd aria-hidden>I</kbd>
      </Button>
      <Button
        look="ghost"
        compact
        square
        aria-label={t('player.markOut')}
        aria-pressed={range.out !== null}
        onClick={() => player.mark('out')}
      >
        <kbd aria-hidden>O</kbd>
      </Button>
      {marked && (
        <Button
          look="ghost"
          compact
          square
          aria-label={t('player.clearRange')}
          onClick={() => player.setRange({ in: null, out: null })}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
    </span>
  );
}
