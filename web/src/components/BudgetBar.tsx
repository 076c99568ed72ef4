import { useTranslation } from 'react-i18next';
import type { Budget } from '@/api/types';
import { formatMoney } from '@/lib/format';

interface Props {
  title: string;
  budget: Budget;
  currency: string;
}

/** What was spent and is promised, against the limit where there is one. */
export function BudgetBar({ title, budget, currency }: Props) {
  const { t, i18n } = useTranslation();
  const money = (amount: number) => formatMoney({ amount, currency }, i18n.language);
  const { limit, spent, reserved } = budget;
  const share = (amount: number) => (limit === null || limit === 0 ? 0 : Math.min(100, (amount / limit) * 100));
  return (
    <div className="budget">
      <div className="row small">
        <span className="grow faint">{title}</span>
        <span>{limit === null ? money(spent) : t('film.ofBudget', { spent: money(spent), budget: money(limit) })}</span>
      </div>
      <div className="bar quiet budget-bar" aria-hidden>
        <i style={{ width: `${share(spent)}%` }} />
        <b style={{ width: `${Math.max(0, share(spent + reserved) - share(spent))}%` }} />
      </div>
      <p className="small faint">
        {reserved > 0 && t('costs.reserved', { amount: money(reserved) })}
        {reserved > 0 && limit !== null && ' · '}
        {limit !== null
          ? t('costs.left', { amount: money(Math.max(0, budget.left ?? 0)) })
          : reserved > 0
            ? ''
            : t('costs.noLimit')}
      </p>
    </div>
  );
}
