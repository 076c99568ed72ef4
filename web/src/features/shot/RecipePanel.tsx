import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen, Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilm } from '@/api/requests/get-film-structure';
import { modelsOf, providersQuery } from '@/api/requests/list-models';
import { useMay } from '@/api/requests/may';
import type { Shot, Take } from '@/api/types';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { NotForYou } from '@/components/NotForYou';
import { Refusal } from '@/components/Refusal';
import type { Rate } from '@/film/rate';
import { useUpdateShot } from './api/update-shot';
import { CameraFields } from './CameraFields';
import { BudgetLeft, Cost } from './Cost';
import { MadeWith } from './MadeWith';
import { ModelPicker } from './ModelPicker';
import { PromptField } from './PromptField';
import { allOf, maxTakes, promptLimit, promptOf, remixOf, seedIsValid, seedOf, type Draft } from './recipe';
import { chosenModel } from './recipe-model';

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

/** What the next takes are made from. Camera, length, cast and places belong to the shot; the rest to this request. */
export default function RecipePanel({ filmId, shot, rate, take, draft, onDraft, onGenerate, busy }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const may = useMay();
  const film = useFilm(filmId);
  const update = useUpdateShot(filmId);
  const providers = useQuery(providersQuery());
  const models = modelsOf(providers.data ?? []);
  const model = chosenModel(models, draft);
  const set = (change: Partial<Draft>) => onDraft({ ...draft, ...change });
  const badSeed = !seedIsValid(draft.seed);

  return (
    <aside className="recipe" aria-label={t('recipe.title')}>
      <header>
        <h2 className="grow">{t('recipe.title')}</h2>
        {draft.fromTake !== null && <span className="small faint">{t('recipe.fromTake', { number: draft.fromTake })}</span>}
      </header>
      <div className="recipe-scroll">
        {!may.generate && <NotForYou />}
        <fieldset className="recipe-fields" disabled={!may.edit}>
          <Recall take={take} draft={draft} onDraft={onDraft} />
          <PromptField
            filmId={filmId}
            shot={shot}
            feedback={take ? draft.feedback.trim() : ''}
            prompt={draft.prompt}
            onPrompt={(prompt) => set({ prompt })}
          />
          <MadeWith filmId={filmId} shot={shot} model={model} mayEdit={may.edit} />
          {take && (
            <div className="field">
              <label className="field-label" htmlFor={`${id}-feedback`}>
                {t('making.feedback', { number: take.number })}
              </label>
              <textarea
                id={`${id}-feedback`}
                className="input"
                rows={2}
                maxLength={promptLimit}
                placeholder={t('making.feedbackPlaceholder')}
                value={draft.feedback}
                onChange={(event) => set({ feedback: event.target.value })}
              />
            </div>
          )}
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
          <CameraFields shot={shot} rate={rate} onChange={(change) => update.mutate({ shot, change })} />
          <ModelPicker providers={providers.data ?? []} models={models} model={model} draft={draft} onChange={set} />
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
          <Refusal error={update.error ?? providers.error} />
        </fieldset>
      </div>
      <footer>
        <Count count={draft.count} onCount={(count) => set({ count })} />
        <Button look="accent" className="tall recipe-generate" disabled={busy || badSeed || !may.generate} onClick={onGenerate}>
          <span>{t('recipe.generate')}</span>
          <span className="grow recipe-cost">
            <Cost draft={draft} model={model} />
          </span>
          <Keycaps action="shot.generate" />
        </Button>
        <BudgetLeft draft={draft} model={model} film={film.film} spent={film.cost} />
      </footer>
    </aside>
  );
}

/** Takes the recipe of the take on view over: all of it, all but the seed, the seed alone, the words alone. */
function Recall({ take, draft, onDraft }: { take: Take | undefined; draft: Draft; onDraft(draft: Draft): void }) {
  const { t } = useTranslation();
  const recipe = take?.details.recipe;
  const ways = [
    { key: 'useAll', of: allOf, off: !recipe },
    { key: 'remix', of: remixOf, off: !recipe },
    { key: 'seed', of: seedOf, off: typeof recipe?.seed !== 'number', action: 'useSeed' },
    { key: 'prompt', of: promptOf, off: !recipe?.prompt, action: 'usePrompt' },
  ] as const;
  return (
    <div className="recipe-recall" role="group" aria-label={t('recipe.recall')}>
      {ways.map((way) => (
        <Button key={way.key} compact disabled={way.off} onClick={() => take && onDraft(way.of(take, draft))}>
          {t(`recipe.${way.key}`)}
          <Keycaps action={`shot.${'action' in way ? way.action : way.key}`} />
        </Button>
      ))}
    </div>
  );
}

function Count({ count, onCount }: { count: number; onCount(count: number): void }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <span className="grow small soft">{t('recipe.takes')}</span>
      <Button look="ghost" compact square aria-label={t('recipe.fewer')} disabled={count <= 1} onClick={() => onCount(count - 1)}>
        <Minus size={16} aria-hidden />
      </Button>
      <output className="recipe-count">{count}</output>
      <Button
        look="ghost"
        compact
        square
        aria-label={t('recipe.more')}
        disabled={count >= maxTakes}
        onClick={() => onCount(count + 1)}
      >
        <Plus size={16} aria-hidden />
      </Button>
    </div>
  );
}
