import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { budgetsQuery } from '@/api/requests/get-budgets';
import type { Generation } from '@/api/types';
import { BudgetBar } from '@/components/BudgetBar';
import { formatMoney } from '@/lib/format';

/** What the film and the month have cost against their budgets, and what the work that has not ended is expected to cost. */
export function QueueSpend({ filmId, active }: { filmId: string; active: readonly Generation[] }) {
  const { t, i18n } = useTranslation();
  const budgets = useQuery(budgetsQuery()).data;
  if (!budgets) return <div className="queue-spend" aria-hidden />;
  const film = budgets.films.find((entry) => entry.filmId === filmId);
  const expected = active.reduce((sum, generation) => sum + generation.estimate.amount, 0);
  return (
    <section className="queue-spend" aria-label={t('making.spend')}>
      {film && <BudgetBar title={t('nav.film')} budget={film} currency={budgets.currency} />}
      <BudgetBar title={t('costs.month')} budget={budgets.month} currency={budgets.currency} />
      {budgets.day.limit !== null && <BudgetBar title={t('costs.day')} budget={budgets.day} currency={budgets.currency} />}
      <div className="queue-expected small">
        {expected > 0 && (
          <p className="soft">
            {t('making.expected', { amount: formatMoney({ amount: expected, currency: budgets.currency }, i18n.language) })}
          </p>
        )}
        <Link className="faint" to={`/f/${filmId}/costs`}>
          {t('costs.title')}
        </Link>
      </div>
    </section>
  );
}
