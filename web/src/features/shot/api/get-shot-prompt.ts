import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { keys } from '@/api/query-keys';

/** The prompt as the server would compose it now, part by part. */
export const shotPromptQuery = (shotId: string, feedback: string) =>
  queryOptions({
    queryKey: keys.prompt(shotId, feedback),
    queryFn: () => client.getShotPrompt(shotId, feedback || undefined),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
