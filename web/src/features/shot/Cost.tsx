import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { estimateQuery } from '@/api/requests/estimate-generation';
import type { Film, Model, Money } from '@/api/types';
import { formatMoney, isFree } from '@/lib/format';
import type { Draft } from './recipe';

const free = (model: Model) => isFree(model.price) && isFree(model.pricePerSecond);

const useEstimate = (draft: Draft, model: Model | undefined) =>
  useQuery({
    ...estimateQuery(model?.provider ?? '', model?.id ?? '', draft.count, draft.parameters),
    enabled: model?.available === true && !free(model),
  }).data;

/** The price before it is spent: "4 × $0.24 ≈ $0.96", or that it costs nothing. */
export function Cost({ draft, model }: { draft: Draft; model: Model | undefined }) {
  const { t, i18n } = useTranslation();
  const estimate = useEstimate(draft, model);
  if (!model) return <>{t('recipe.count', { count: draft.count })}</>;
  if (free(model)) return <>{t('recipe.free', { count: draft.count })}</>;
  if (!estimate) return null;
  const money = (value: Money) => formatMoney(value, i18n.language);
  return (
    <>
      {estimate.count} × {money(estimate.each)} ≈ {money(estimate.total)}
    </>
  );
}

/** What the budgets still allow, and whether this would be too much; the server refuses by its own figures. */
export function BudgetLeft({
  draft,
  model,
  film,
  spent,
}: {
  draft: Draft;
  model: Model | undefined;
  film: Film;
  /** What the film has cost. */
  spent: Money | null;
}) {
  const { t, i18n } = useTranslation();
  const estimate = useEstimate(draft, model);
  if (!model || free(model) || !estimate) return <p className="small faint">{t('recipe.settled')}</p>;
  const ofFilm = film.details.budget ? film.details.budget - (spent?.amount ?? 0) : null;
  const limits = [estimate.left, ofFilm].filter((value) => value !== null);
  if (limits.length === 0) return <p className="small faint">{t('recipe.settled')}</p>;
  const amount = Math.min(...limits);
  const left = formatMoney({ amount: Math.max(0, amount), currency: estimate.total.currency }, i18n.language);
  return amount < estimate.total.amount ? (
    <p className="small field-error" role="status">
      {t('making.overBudget', { left })}
    </p>
  ) : (
    <p className="small faint">{t('making.budgetLeft', { left })}</p>
  );
}
