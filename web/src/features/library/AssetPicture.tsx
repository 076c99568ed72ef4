import { AudioLines, Box, Clapperboard, FileText, Film, Image, MapPin, Palette, User, Video } from 'lucide-react';
import { thumbnailUrl } from '@/api/media';
import type { Asset } from '@/api/types';

const icons: Record<string, typeof User> = {
  character_ref: User,
  location: MapPin,
  prop: Box,
  style: Palette,
  image: Image,
  video: Video,
  audio: AudioLines,
  shot_take: Clapperboard,
  shot: Clapperboard,
  scene: Film,
  film: Film,
  script: FileText,
  text: FileText,
};

/** An asset's picture, or the shape of its type where it has none. */
export function AssetPicture({ asset, size = 320, alt = '' }: { asset: Asset; size?: 320 | 480 | 960; alt?: string }) {
  const pictured = asset.media !== null && /^(image|video)\//.test(asset.media.contentType);
  const url = pictured ? thumbnailUrl(asset, size) : null;
  const Icon = icons[asset.type] ?? FileText;
  if (url) return <img src={url} alt={alt} loading="lazy" decoding="async" draggable={false} />;
  return <Icon size={28} aria-hidden className="asset-icon" />;
}
