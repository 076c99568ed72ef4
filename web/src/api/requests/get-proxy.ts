import { queryOptions } from '@tanstack/react-query';
import { base } from '@/lib/base';
import { isVideo } from '../media';
import type { Pictured } from '../types';

/**
 * The address of a clip's light copy, made for scrubbing; null when there is none, or none yet. Asked by its first byte,
 * so that nothing is loaded that is not shown. What is being looked at keeps its file: the copy is found next time.
 */
export const proxyQuery = (take: Pictured) =>
  queryOptions({
    queryKey: ['proxy', take.id, take.media?.sha256 ?? null] as const,
    enabled: isVideo(take),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    queryFn: async ({ signal }): Promise<string | null> => {
      const url = `${base}/api/assets/${take.id}/proxy?v=${take.media?.sha256}`;
      const answer = await fetch(url, { credentials: 'same-origin', headers: { Range: 'bytes=0-0' }, signal }).catch(() => null);
      await answer?.body?.cancel();
      return answer?.status === 200 || answer?.status === 206 ? url : null;
    },
  });
