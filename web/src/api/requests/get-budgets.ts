import { queryOptions } from '@tanstack/react-query';
import { client } from '../client';
import { keys } from '../query-keys';

/** What may be spent this month, today and on each film, and what is left of it. */
export const budgetsQuery = () => queryOptions({ queryKey: keys.budgets, queryFn: () => client.getBudgets(), staleTime: 10_000 });
