import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isVideo, mediaUrl } from '@/api/media';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Waiting } from '@/components/Waiting';
import { assetQuery } from './api/get-asset';
import { usedInQuery } from './api/list-linked';
import { AssetPicture } from './AssetPicture';
import { Facts } from './Facts';

interface Props {
  filmId: string;
  id: string;
  place: string;
  onStep(direction: 1 | -1): void;
  onClose(): void;
}

/** A look at one asset without leaving the list; the arrow keys go on to the next. */
export function QuickLook({ filmId, id, place, onStep, onClose }: Props) {
  const { t } = useTranslation();
  const asset = useQuery(assetQuery(id)).data;
  const used = useQuery(usedInQuery(id)).data;
  return (
    <Dialog title={asset?.name ?? '…'} onClose={onClose} className="wide quick-look">
      <div
        className="dialog-body"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' || event.key === 'ArrowDown') onStep(1);
          else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') onStep(-1);
          else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) onClose();
          else return;
          event.preventDefault();
        }}
      >
        <div className="quick-pic">
          {!asset ? (
            <Waiting />
          ) : isVideo(asset) ? (
            <video src={mediaUrl(asset) ?? undefined} controls muted />
          ) : (
            <AssetPicture asset={asset} size={960} alt={asset.name} />
          )}
        </div>
        {asset && <Facts asset={asset} />}
        {used && (
          <p className="small soft">
            {used.more
              ? t('library.usedInMore', { count: used.shots.length })
              : t('library.usedIn', { count: used.shots.length })}
          </p>
        )}
        <div className="row">
          <span className="small faint">{place}</span>
          <span className="grow" />
          <Button autoFocus look="ghost" onClick={() => onStep(-1)}>
            {t('library.previous')}
          </Button>
          <Button look="ghost" onClick={() => onStep(1)}>
            {t('library.next')}
          </Button>
          <Link className="button accent" to={`/f/${filmId}/a/${id}`}>
            {t('library.open')}
          </Link>
        </div>
      </div>
    </Dialog>
  );
}
