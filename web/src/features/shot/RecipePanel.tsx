import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen, Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { modelsQuery } from '@/api/requests/list-models';
import { useMay } from '@/api/requests/may';
import type { Shot, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { NotForYou } from '@/components/NotForYou';
import { Refusal } from '@/components/Refusal';
import { Segmented } from '@/components/Segmented';
import { framesToSeconds, type Rate } from '@/film/rate';
import { shotFrames } from '@/film/structure';
import { useUpdateShot, type ShotChange } from './api/update-shot';
import { Cost } from './Cost';
import { allOf, maxTakes, promptLimit, promptOf, remixOf, seedIsValid, seedOf, type Draft } from './recipe';

const sizes = ['ECU', 'CU', 'MS', 'WS', 'EWS'] as const;
const angles = ['low', 'eye', 'high', 'dutch', 'over the shoulder'] as const;
const movements = ['locked off', 'pan', 'tilt', 'track', 'push in', 'pull out', 'crane'] as const;

interface Props {
  filmId: string;
  shot: Shot;
  rate: Rate;
  take: Take | undefined;
  draft: Draft;
  onDraft(draft: Draft): void;
  onGenerate(): void;
  busy: boolean;
}

/** What the next takes are made from. Size, angle, movement and length belong to the shot; the rest to this request. */
export function RecipePanel({ filmId, shot, rate, take, draft, onDraft, onGenerate, busy }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const may = useMay();
  const update = useUpdateShot(filmId);
  const models = useQuery(modelsQuery()).data ?? [];
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  const setShot = (change: ShotChange) => update.mutate({ shot, change });
  const frames = shotFrames(shot);
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(framesToSeconds(frames, rate));
  const badSeed = !seedIsValid(draft.seed);
  const size = shot.details.shotSize?.toUpperCase() ?? '';
  const angle = shot.details.cameraAngle ?? '';
  const movement = shot.details.movement ?? '';

  return (
    <aside className="recipe" aria-label={t('recipe.title')}>
      <header>
        <h2 className="grow">{t('recipe.title')}</h2>
        {draft.fromTake !== null && <span className="small faint">{t('recipe.fromTake', { number: draft.fromTake })}</span>}
      </header>
      <div className="recipe-scroll">
        {!may.generate && <NotForYou />}
        <fieldset className="recipe-fields" disabled={!may.edit}>
          <div className="recipe-recall" role="group" aria-label={t('recipe.recall')}>
            <Button compact disabled={!take?.details.recipe} onClick={() => take && onDraft(allOf(take, draft))}>
              {t('recipe.useAll')}
              <Keycaps action="shot.useAll" />
            </Button>
            <Button compact disabled={!take?.details.recipe} onClick={() => take && onDraft(remixOf(take, draft))}>
              {t('recipe.remix')}
              <Keycaps action="shot.remix" />
            </Button>
            <Button
              compact
              disabled={typeof take?.details.recipe?.seed !== 'number'}
              onClick={() => take && onDraft(seedOf(take, draft))}
            >
              {t('recipe.seed')}
            </Button>
            <Button compact disabled={!take?.details.recipe?.prompt} onClick={() => take && onDraft(promptOf(take, draft))}>
              {t('recipe.prompt')}
            </Button>
          </div>
          <div className="field">
            <label className="field-label" htmlFor={`${id}-prompt`}>
              <span>{t('recipe.prompt')}</span>
              <span>
                {draft.prompt.length} / {new Intl.NumberFormat(i18n.language).format(promptLimit)}
              </span>
            </label>
            <textarea
              id={`${id}-prompt`}
              className="input"
              rows={5}
              maxLength={promptLimit}
              placeholder={shot.details.description ?? ''}
              value={draft.prompt}
              onChange={(event) => set({ prompt: event.target.value })}
            />
          </div>
          <div className="field">
            <label className="field-label" htmlFor={`${id}-out`}>
              {t('recipe.leaveOut')}
            </label>
            <input
              id={`${id}-out`}
              className="input"
              maxLength={promptLimit}
              value={draft.negativePrompt}
              onChange={(event) => set({ negativePrompt: event.target.value })}
            />
          </div>
          <div className="field">
            <span className="field-label">{t('recipe.size')}</span>
            <Segmented
              label={t('recipe.size')}
              className="full"
              value={size}
              onChange={(shotSize) => setShot({ shotSize })}
              options={sizes.map((value) => ({ value, text: value, title: t(`recipe.sizes.${value}`) }))}
            />
          </div>
          <div className="field">
            <span className="field-label">{t('recipe.angle')}</span>
            <Segmented
              label={t('recipe.angle')}
              className="full"
              value={angle}
              onChange={(cameraAngle) => setShot({ cameraAngle })}
              options={angles.map((value) => ({ value, text: t(`recipe.angles.${value}`) }))}
            />
          </div>
          <div className="recipe-pair">
            <label className="field">
              <span className="field-label">{t('recipe.movement')}</span>
              <select className="input" value={movement} onChange={(event) => setShot({ movement: event.target.value })}>
                {!movements.some((value) => value === movement) && (
                  <option value={movement}>{shot.details.movement ?? '—'}</option>
                )}
                {movements.map((value) => (
                  <option key={value} value={value}>
                    {t(`recipe.movements.${value}`)}
                  </option>
                ))}
              </select>
            </label>
            <div className="field">
              <label className="field-label" htmlFor={`${id}-frames`}>
                <span>{t('recipe.duration')}</span>
                <span>{t('recipe.seconds', { seconds })}</span>
              </label>
              <input
                key={frames}
                id={`${id}-frames`}
                className="input"
                type="number"
                min={1}
                max={100_000}
                defaultValue={frames}
                onBlur={(event) => {
                  const durationFrames = event.currentTarget.valueAsNumber;
                  if (Number.isInteger(durationFrames) && durationFrames > 0 && durationFrames !== frames)
                    setShot({ durationFrames });
                }}
                onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
              />
            </div>
            <div className="field">
              <label className="field-label" htmlFor={`${id}-seed`}>
                {t('recipe.seed')}
              </label>
              <div className="input seed" aria-invalid={badSeed || undefined}>
                <input
                  id={`${id}-seed`}
                  inputMode="numeric"
                  placeholder={t('recipe.seedNew')}
                  value={draft.seed}
                  aria-invalid={badSeed || undefined}
                  onChange={(event) => set({ seed: event.target.value.trim(), seedLocked: event.target.value.trim() !== '' })}
                />
                <Button
                  look="ghost"
                  compact
                  square
                  aria-label={t('recipe.seedLock')}
                  aria-pressed={draft.seedLocked}
                  disabled={draft.seed === ''}
                  onClick={() => set({ seedLocked: !draft.seedLocked })}
                >
                  {draft.seedLocked ? <Lock size={14} aria-hidden /> : <LockOpen size={14} aria-hidden />}
                </Button>
              </div>
              {badSeed && <p className="field-error">{t('recipe.seedBad')}</p>}
            </div>
            <label className="field">
              <span className="field-label">{t('recipe.model')}</span>
              <select
                className="input"
                value={draft.provider ? `${draft.provider}/${draft.model}` : ''}
                onChange={(event) => {
                  const model = models.find((entry) => `${entry.provider}/${entry.id}` === event.target.value);
                  set({ provider: model?.provider ?? '', model: model?.id ?? '' });
                }}
              >
                <option value="">{t('recipe.modelDefault')}</option>
                {models.map((model) => (
                  <option
                    key={`${model.provider}/${model.id}`}
                    value={`${model.provider}/${model.id}`}
                    disabled={!model.available}
                  >
                    {model.label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Refusal error={update.error} />
        </fieldset>
      </div>
      <footer>
        <div className="row">
          <span className="grow small soft">{t('recipe.takes')}</span>
          <Button
            look="ghost"
            compact
            square
            aria-label={t('recipe.fewer')}
            disabled={draft.count <= 1}
            onClick={() => set({ count: draft.count - 1 })}
          >
            <Minus size={16} aria-hidden />
          </Button>
          <output className="recipe-count">{draft.count}</output>
          <Button
            look="ghost"
            compact
            square
            aria-label={t('recipe.more')}
            disabled={draft.count >= maxTakes}
            onClick={() => set({ count: draft.count + 1 })}
          >
            <Plus size={16} aria-hidden />
          </Button>
        </div>
        <Button look="accent" className="tall recipe-generate" disabled={busy || badSeed || !may.generate} onClick={onGenerate}>
          <span>{t('recipe.generate')}</span>
          <span className="grow recipe-cost">
            <Cost draft={draft} models={models} />
          </span>
          <Keycaps action="shot.generate" />
        </Button>
        <p className="small faint">{t('recipe.settled')}</p>
      </footer>
    </aside>
  );
}
