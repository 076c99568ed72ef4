import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Model, Provider } from '@/api/types';
import { Choice } from '@/components/Choice';
import { formatMoney, isFree } from '@/lib/format';
import type { Draft } from './recipe';
import { daysUntil, durationParameter, fitParameters, sizeParameter, withParameter } from './recipe-model';

interface Props {
  providers: readonly Provider[];
  models: readonly Model[];
  /** The one a request would go to. */
  model: Model | undefined;
  draft: Draft;
  onChange(change: Partial<Draft>): void;
}

/** Provider and model, what the model makes and costs, and the settings it declares. */
export function ModelPicker({ providers, models, model, draft, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const provider = providers.find((entry) => entry.slug === (draft.provider || model?.provider));
  const choose = (slug: string, name: string) => {
    const next = models.find((entry) => entry.provider === slug && (name === '' || entry.id === name));
    onChange({ provider: slug, model: name, parameters: fitParameters(draft.parameters, next) });
  };
  const said = (entry: Provider) =>
    entry.status === 'available' ? entry.label : `${entry.label} (${t(`making.states.${entry.status}`)})`;
  const price = (entry: Model) =>
    isFree(entry.price) && isFree(entry.pricePerSecond) ? t('queue.free') : formatMoney(entry.price, i18n.language);
  const seconds = (ms: number) => t('recipe.seconds', { seconds: new Intl.NumberFormat(i18n.language).format(ms / 1000) });
  const declared = [sizeParameter, durationParameter];
  const others = Object.entries(draft.parameters).filter(([name]) => !declared.includes(name));

  return (
    <>
      <div className="recipe-pair">
        <Choice
          label={t('making.provider')}
          value={draft.provider}
          onChange={(slug) => choose(slug, '')}
          options={[['', t('recipe.modelDefault')], ...providers.map((entry) => [entry.slug, said(entry)] as const)]}
        />
        <Choice
          label={t('recipe.model')}
          value={draft.model}
          disabled={!draft.provider}
          onChange={(name) => choose(draft.provider, name)}
          options={[
            ['', draft.provider ? t('making.firstModel') : (model?.label ?? t('recipe.modelDefault'))],
            ...(provider?.models ?? []).map(
              (entry) =>
                [
                  entry.name,
                  `${entry.label} · ${t(`making.kinds.${entry.kind}`)} · ${price({ ...entry, provider: '', id: '', available: true })}`,
                ] as const,
            ),
          ]}
        />
        {model && model.sizes.length > 0 && (
          <Choice
            label={t('making.size')}
            value={draft.parameters[sizeParameter] ?? ''}
            onChange={(size) => onChange({ parameters: withParameter(draft.parameters, sizeParameter, size) })}
            options={[['', t('making.ofTheFilm')], ...model.sizes.map((size) => [size, size.replace('x', ' × ')] as const)]}
          />
        )}
        {model && model.durationsMs.length > 0 && (
          <Choice
            label={t('making.length')}
            value={draft.parameters[durationParameter] ?? ''}
            onChange={(ms) => onChange({ parameters: withParameter(draft.parameters, durationParameter, ms) })}
            options={[
              ['', t('making.usualLength', { length: seconds(model.durationsMs[0]!) })],
              ...model.durationsMs.map((ms) => [String(ms), seconds(ms)] as const),
            ]}
          />
        )}
      </div>
      {others.length > 0 && (
        <ul className="recipe-others" aria-label={t('making.otherSettings')}>
          {others.map(([name, value]) => (
            <li key={name} className="chip">
              {name} {value}
              <button
                type="button"
                aria-label={t('making.dropSetting', { name })}
                onClick={() => onChange({ parameters: withParameter(draft.parameters, name, '') })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {provider && provider.status !== 'available' && (
        <p className="status bad recipe-warning">
          <TriangleAlert size={14} aria-hidden />
          <span>
            {provider.status === 'notConfigured' && provider.variable
              ? t('making.setVariable', { variable: provider.variable })
              : (provider.reason ?? t(`making.states.${provider.status}`))}
          </span>
        </p>
      )}
      {model && <Facts model={model} />}
    </>
  );
}

/** What to know before choosing a model, in a line, and its warnings. */
function Facts({ model }: { model: Model }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const facts = [
    t(`making.kinds.${model.kind}`),
    isFree(model.price) && isFree(model.pricePerSecond) ? t('queue.free') : formatMoney(model.price, i18n.language),
    ...(model.pricePerSecond && !isFree(model.pricePerSecond)
      ? [t('making.perSecond', { price: formatMoney(model.pricePerSecond, i18n.language) })]
      : []),
    model.maxReferences > 0 ? t('making.references', { count: model.maxReferences }) : t('making.noReferences'),
    ...(model.maxDurationMs !== null ? [t('making.upTo', { seconds: number.format(model.maxDurationMs / 1000) })] : []),
  ];
  const ends = model.shutDownOn ? daysUntil(model.shutDownOn, new Date()) : null;
  const day = model.shutDownOn
    ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(model.shutDownOn))
    : '';
  const warnings = [
    ...(ends === null ? [] : [ends < 0 ? t('making.ended', { day }) : t('making.ends', { day })]),
    ...(model.warning ? [model.warning] : []),
  ];
  return (
    <div className="recipe-facts small faint">
      <p>{facts.join(' · ')}</p>
      {warnings.map((warning) => (
        <p key={warning} className="status recipe-warning">
          <TriangleAlert size={14} aria-hidden />
          <span>{warning}</span>
        </p>
      ))}
    </div>
  );
}
