import { Check, Eye, Star } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Asset } from '@/api/types';
import { cx } from '@/lib/cx';
import { AssetPicture } from './AssetPicture';

interface Props {
  filmId: string;
  id: string;
  /** Absent until it was read. */
  asset: Asset | undefined;
  index: number;
  total: number;
  current: boolean;
  marked: boolean;
  style: CSSProperties;
  onFocus(): void;
  onMark(range: boolean): void;
  onLook(): void;
}

export function AssetCell({ filmId, id, asset, index, total, current, marked, style, onFocus, onMark, onLook }: Props) {
  const { t } = useTranslation();
  const type = asset ? t(`library.types.${asset.type}`, { defaultValue: asset.type }) : '';
  return (
    <li
      className={cx('asset-cell', marked && 'marked')}
      style={style}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      <Link to={`/f/${filmId}/a/${id}`} tabIndex={current ? 0 : -1} onFocus={onFocus} draggable={false}>
        <span className="asset-pic">{asset && <AssetPicture asset={asset} />}</span>
        <span className="asset-cap">
          <span className="row">
            <strong className="cut grow">{asset?.name ?? '…'}</strong>
            {asset?.favorite && <Star size={12} fill="currentColor" role="img" aria-label={t('library.favorite')} />}
          </span>
          <span className="small faint cut">{[type, ...(asset?.tags ?? [])].filter(Boolean).join(' · ')}</span>
        </span>
      </Link>
      <div className="asset-acts">
        <button
          type="button"
          tabIndex={current ? 0 : -1}
          aria-pressed={marked}
          aria-label={t('board.mark', { code: asset?.name ?? '' })}
          onClick={(event) => onMark(event.shiftKey)}
        >
          <Check size={16} aria-hidden />
        </button>
        <button
          type="button"
          tabIndex={current ? 0 : -1}
          aria-label={t('library.lookAt', { name: asset?.name ?? '' })}
          onClick={onLook}
        >
          <Eye size={16} aria-hidden />
        </button>
      </div>
    </li>
  );
}
