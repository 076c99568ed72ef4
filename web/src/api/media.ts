import { base } from '@/lib/base';
import type { Media } from './types';

interface HasMedia {
  id: string;
  media: Media | null;
}

/** The full file. The hash makes the address immutable, so browsers keep it for good. */
export function mediaUrl(asset: HasMedia): string | null {
  return asset.media ? `${base}/api/assets/${asset.id}/media?v=${asset.media.sha256}` : null;
}

/** A picture at most `size` pixels wide, for cards and strips. */
export function thumbnailUrl(asset: HasMedia, size: 320 | 480 | 960 = 480): string | null {
  return asset.media ? thumbnailById(asset.id, asset.media.sha256, size) : null;
}

export function thumbnailById(id: string, sha256: string, size: 320 | 480 | 960 = 480): string {
  return `${base}/api/assets/${id}/thumbnail?size=${size}&v=${sha256}`;
}

export function isVideo(asset: HasMedia): boolean {
  return asset.media?.contentType.startsWith('video/') ?? false;
}
