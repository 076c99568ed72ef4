import { thumbnailUrl } from '@/api/media';
import type { Pictured } from '@/api/types';
import { cx } from '@/lib/cx';

/** A take's thumbnail, filling its box. */
export function Picture({
  take,
  size = 480,
  alt,
  className,
  eager,
}: {
  take: Pictured;
  size?: 320 | 480 | 960;
  alt: string;
  className?: string;
  eager?: boolean;
}) {
  const url = thumbnailUrl(take, size);
  if (!url)
    return <span className={cx('picture-missing', className)} role={alt ? 'img' : undefined} aria-label={alt || undefined} />;
  return <img src={url} alt={alt} className={className} loading={eager ? 'eager' : 'lazy'} decoding="async" draggable={false} />;
}
