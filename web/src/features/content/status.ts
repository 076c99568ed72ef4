import type { Content } from '@/api/types';

export const isUnderWay = (content: Pick<Content, 'status'>): boolean =>
  content.status === 'pending' || content.status === 'extracting';

export const isCancelled = (content: Pick<Content, 'failure'>): boolean => content.failure?.cause === 'cancelled';

/** What a row says before the text has told its title: the address without its scheme, or the file. */
export const nameOf = (content: Pick<Content, 'title' | 'sourceUrl' | 'fileName'>): string =>
  content.title ?? content.fileName ?? content.sourceUrl?.replace(/^https?:\/\//, '') ?? '';

/** Where it came from, in a few words. */
export function sourceOf(content: Pick<Content, 'sourceUrl' | 'fileName'>): string {
  if (!content.sourceUrl) return content.fileName ?? '';
  try {
    return new URL(content.sourceUrl).host;
  } catch {
    return content.sourceUrl;
  }
}
