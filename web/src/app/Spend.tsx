import { useTranslation } from 'react-i18next';
import type { FilmStructure } from '@/api/types';
import { formatMoney } from '@/lib/format';

/** What the film has cost so far, against its budget where it has one. */
export function Spend({ structure }: { structure: FilmStructure }) {
  const { t, i18n } = useTranslation();
  const { cost, film } = structure;
  const budget = film.details.budget;
  if (!cost) return null;
  const spent = formatMoney(cost, i18n.language);
  return (
    <div className="rail-foot small soft stack">
      <div className="row">
        <span className="grow">{budget ? t('film.budget') : t('film.spent')}</span>
        <span>
          {budget
            ? t('film.ofBudget', { spent, budget: formatMoney({ amount: budget, currency: cost.currency }, i18n.language) })
            : spent}
        </span>
      </div>
      {budget ? (
        <div className="bar quiet">
          <i style={{ width: `${Math.min(100, (cost.amount / budget) * 100)}%` }} />
        </div>
      ) : null}
    </div>
  );
}
