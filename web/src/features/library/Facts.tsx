import { useTranslation } from 'react-i18next';
import type { Asset, TakeDetails } from '@/api/types';
import { formatBytes } from '@/lib/bytes';
import { formatMoney, formatWhen, isFree } from '@/lib/format';

/** What is known of an asset whatever it is: its type, its file, its recipe, what it cost, when it was made. */
export function Facts({ asset }: { asset: Asset }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const { media } = asset;
  const file = media && [
    media.contentType,
    ...(media.width && media.height ? [`${media.width} × ${media.height}`] : []),
    ...(media.durationMs ? [t('recipe.seconds', { seconds: number.format(media.durationMs / 1000) })] : []),
    formatBytes(media.size, i18n.language),
  ];
  const recipe = asset.type === 'shot_take' ? (asset.details as TakeDetails).recipe : null;
  const rows: [string, string | null | undefined][] = [
    [t('library.type'), t(`library.types.${asset.type}`, { defaultValue: asset.type })],
    [t('library.code'), asset.code],
    [t('library.file'), file?.join(' · ')],
    [t('recipe.prompt'), recipe?.prompt],
    [t('recipe.leaveOut'), recipe?.negativePrompt],
    [t('recipe.model'), recipe && [recipe.provider, recipe.model].filter(Boolean).join(' · ')],
    [t('recipe.seed'), recipe?.seed?.toString()],
    [t('library.source'), asset.source],
    [t('costs.cost'), asset.cost && !isFree(asset.cost) ? formatMoney(asset.cost, i18n.language) : null],
    [t('library.tags'), asset.tags.join(', ')],
    [t('library.made'), formatWhen(asset.createdAt, i18n.language)],
  ];
  return (
    <dl className="asset-facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
