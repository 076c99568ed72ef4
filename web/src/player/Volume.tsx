import { Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { useSound } from './sound';
import './player.css';

/** How loud, and off at one press. */
export function Volume() {
  const { t } = useTranslation();
  const { volume, muted, setVolume, toggle } = useSound();
  return (
    <span className="volume">
      <Button look="ghost" compact square aria-label={t('player.sound')} aria-pressed={!muted} onClick={toggle}>
        {muted ? <VolumeX size={16} aria-hidden /> : <Volume2 size={16} aria-hidden />}
      </Button>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        aria-label={t('player.volume')}
        value={muted ? 0 : Math.round(volume * 100)}
        onChange={(event) => setVolume(Number(event.target.value) / 100)}
      />
    </span>
  );
}
