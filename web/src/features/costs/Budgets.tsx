import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { budgetsQuery } from '@/api/requests/get-budgets';
import { useMay } from '@/api/requests/may';
import type { Budget } from '@/api/types';
import { BudgetBar } from '@/components/BudgetBar';
import { Panel } from '@/components/Panel';
import { Refusal } from '@/components/Refusal';
import { Waiting } from '@/components/Waiting';
import { say } from '@/state/undo';
import { useSetBudgets } from './api/set-budgets';
import { useSetFilmBudget } from './api/set-film-budget';
import { LimitField } from './LimitField';

/** A film that is not named in the budgets has neither one nor a cost. */
const unspent: Budget = { limit: null, spent: 0, reserved: 0, left: null };

/** The limits of the month, the day and the films, what is left of them, and a way to change them. */
export function Budgets({ filmId }: { filmId?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const budgets = useQuery(budgetsQuery());
  const set = useSetBudgets();
  const setFilm = useSetFilmBudget();
  if (budgets.error) return <Refusal error={budgets.error} onRetry={() => void budgets.refetch()} />;
  if (!budgets.data) return <Waiting />;
  const { currency, month, day } = budgets.data;
  const films = budgets.data.films.filter((film) => !filmId || film.filmId === filmId);
  const saved = { onSuccess: () => say(t('people.saved')) };
  return (
    <Panel title={t('costs.budgets')} text={t('costs.budgetsText')}>
      <ul className="budgets">
        {films.map((film) => (
          <li key={film.filmId}>
            <BudgetBar title={film.name} budget={film} currency={currency} />
            {may.edit && (
              <LimitField
                label={t('costs.limitOf', { name: film.name, currency })}
                value={film.limit}
                busy={setFilm.isPending}
                onSave={(budget) => setFilm.mutate({ filmId: film.filmId, budget }, saved)}
              />
            )}
          </li>
        ))}
        {filmId && films.length === 0 && (
          <li>
            <BudgetBar title={t('nav.film')} budget={unspent} currency={currency} />
            {may.edit && (
              <LimitField
                label={t('costs.limitOf', { name: t('nav.film'), currency })}
                value={null}
                busy={setFilm.isPending}
                onSave={(budget) => setFilm.mutate({ filmId, budget }, saved)}
              />
            )}
          </li>
        )}
        <li>
          <BudgetBar title={t('costs.month')} budget={month} currency={currency} />
          {may.administer && (
            <LimitField
              label={t('costs.limitOf', { name: t('costs.month'), currency })}
              value={month.limit}
              busy={set.isPending}
              onSave={(limit) => set.mutate({ month: limit, day: day.limit }, saved)}
            />
          )}
        </li>
        <li>
          <BudgetBar title={t('costs.day')} budget={day} currency={currency} />
          {may.administer && (
            <LimitField
              label={t('costs.limitOf', { name: t('costs.day'), currency })}
              value={day.limit}
              busy={set.isPending}
              onSave={(limit) => set.mutate({ month: month.limit, day: limit }, saved)}
            />
          )}
        </li>
      </ul>
      <Refusal error={set.error ?? setFilm.error} />
    </Panel>
  );
}
