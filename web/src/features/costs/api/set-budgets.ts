import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

export interface Limits {
  /** For a calendar month (UTC); null: no limit. */
  month: number | null;
  /** For a day (UTC); null: no limit. */
  day: number | null;
}

export function useSetBudgets() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (limits: Limits) => client.setBudgets(limits),
    onSuccess: (budgets) => cache.setQueryData(keys.budgets, budgets),
  });
}
