import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rate } from '@/film/rate';
import { frameOfTypedDigits, timecode } from '@/film/timecode';
import type { Player } from './player';
import { useFrame } from './use-player';

/** The playhead's timecode; digits typed into it and Enter go there. They fill from the right: 1710 is 17 seconds 10 frames. */
export function TimecodeField({
  player,
  rate,
  field,
}: {
  player: Player;
  rate: Rate;
  field: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation();
  const frame = useFrame(player);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      ref={field}
      className="timecode timecode-field"
      inputMode="numeric"
      autoComplete="off"
      aria-label={t('player.timecode')}
      title={t('player.timecodeHint')}
      value={typed ?? timecode(frame, rate)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyped(null)}
      onChange={(event) => setTyped(event.target.value.replace(/[^\d:;]/g, '').slice(0, 11))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        const target = event.key === 'Enter' && typed !== null ? frameOfTypedDigits(typed.replace(/\D/g, ''), rate) : null;
        if (target !== null) player.seek(target);
        setTyped(null);
        event.currentTarget.blur();
      }}
    />
  );
}
