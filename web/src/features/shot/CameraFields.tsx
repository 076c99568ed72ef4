import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shot } from '@/api/types';
import { Segmented } from '@/components/Segmented';
import { framesToSeconds, type Rate } from '@/film/rate';
import { shotFrames } from '@/film/structure';
import type { ShotChange } from './api/update-shot';

const sizes = ['ECU', 'CU', 'MS', 'WS', 'EWS'] as const;
const angles = ['low', 'eye', 'high', 'dutch', 'over the shoulder'] as const;
const movements = ['locked off', 'pan', 'tilt', 'track', 'push in', 'pull out', 'crane'] as const;

interface Props {
  shot: Shot;
  rate: Rate;
  onChange(change: ShotChange): void;
}

/** Size, angle, movement and length: they belong to the shot, whoever asks for takes of it. */
export function CameraFields({ shot, rate, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const frames = shotFrames(shot);
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(framesToSeconds(frames, rate));
  const movement = shot.details.movement ?? '';
  return (
    <>
      <div className="field">
        <span className="field-label">{t('recipe.size')}</span>
        <Segmented
          label={t('recipe.size')}
          className="full"
          value={shot.details.shotSize?.toUpperCase() ?? ''}
          onChange={(shotSize) => onChange({ shotSize })}
          options={sizes.map((value) => ({ value, text: value, title: t(`recipe.sizes.${value}`) }))}
        />
      </div>
      <div className="field">
        <span className="field-label">{t('recipe.angle')}</span>
        <Segmented
          label={t('recipe.angle')}
          className="full"
          value={shot.details.cameraAngle ?? ''}
          onChange={(cameraAngle) => onChange({ cameraAngle })}
          options={angles.map((value) => ({ value, text: t(`recipe.angles.${value}`) }))}
        />
      </div>
      <div className="recipe-pair">
        <label className="field">
          <span className="field-label">{t('recipe.movement')}</span>
          <select className="input" value={movement} onChange={(event) => onChange({ movement: event.target.value })}>
            {!movements.some((value) => value === movement) && <option value={movement}>{shot.details.movement ?? '—'}</option>}
            {movements.map((value) => (
              <option key={value} value={value}>
                {t(`recipe.movements.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <label className="field-label" htmlFor={id}>
            <span>{t('recipe.duration')}</span>
            <span>{t('recipe.seconds', { seconds })}</span>
          </label>
          <input
            key={frames}
            id={id}
            className="input"
            type="number"
            min={1}
            max={100_000}
            defaultValue={frames}
            onBlur={(event) => {
              const durationFrames = event.currentTarget.valueAsNumber;
              if (Number.isInteger(durationFrames) && durationFrames > 0 && durationFrames !== frames)
                onChange({ durationFrames });
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </div>
      </div>
    </>
  );
}
