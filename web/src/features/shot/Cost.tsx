import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { estimateQuery } from '@/api/requests/estimate-generation';
import type { Model } from '@/api/types';
import { formatMoney, isFree } from '@/lib/format';
import type { Draft } from './recipe';

/** The price before it is spent: "4 × $0.24 ≈ $0.96", or that it costs nothing. */
export function Cost({ draft, models }: { draft: Draft; models: readonly Model[] }) {
  const { t, i18n } = useTranslation();
  const model =
    models.find((entry) => entry.provider === draft.provider && entry.id === draft.model) ??
    models.find((entry) => entry.available);
  const estimate = useQuery({
    ...estimateQuery(model?.provider ?? '', model?.id ?? '', draft.count),
    enabled: model !== undefined && !isFree(model.price),
  }).data;
  if (!model) return <>{t('recipe.count', { count: draft.count })}</>;
  if (isFree(model.price)) return <>{t('recipe.free', { count: draft.count })}</>;
  if (!estimate?.each || !estimate.total) return null;
  const money = (value: { amount: number; currency: string }) => formatMoney(value, i18n.language);
  return (
    <>
      {estimate.count} × {money(estimate.each)} ≈ {money(estimate.total)}
    </>
  );
}
