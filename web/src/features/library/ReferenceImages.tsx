import { useQuery } from '@tanstack/react-query';
import { Star, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCancelGeneration } from '@/api/requests/cancel-generation';
import { shotGenerationsQuery } from '@/api/requests/list-generations';
import { useMay } from '@/api/requests/may';
import { useRetryGeneration } from '@/api/requests/retry-generation';
import type { Asset } from '@/api/types';
import { Button } from '@/components/Button';
import { Panel } from '@/components/Panel';
import { Refusal } from '@/components/Refusal';
import { StatusMark } from '@/components/StatusMark';
import { hasFailed, isActive } from '@/film/generations';
import { cx } from '@/lib/cx';
import { canAdd, useAddFiles } from './api/add-files';
import { imagesOfQuery } from './api/list-linked';
import { useSelectKeyImage } from './api/select-key-image';
import { AssetPicture } from './AssetPicture';
import { GenerateMore } from './GenerateMore';

/** Failed attempts that are shown; older ones stand in the queue of the workspace's record. */
const shownFailures = 4;

/** The pictures that show what it looks like; the key image stands for it and goes along with shots. */
export function ReferenceImages({ filmId, asset }: { filmId: string; asset: Asset }) {
  const { t } = useTranslation();
  const may = useMay();
  const images = useQuery(imagesOfQuery(asset.id));
  const generations = useQuery(shotGenerationsQuery(asset.id)).data ?? [];
  const select = useSelectKeyImage(asset.id);
  const cancel = useCancelGeneration();
  const retry = useRetryGeneration();
  const upload = useAddFiles(asset.id);
  const files = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const repeated = new Set(generations.map(({ retryOf }) => retryOf));
  const failed = generations.filter((entry) => hasFailed(entry) && !repeated.has(entry.id)).slice(0, shownFailures);
  return (
    <Panel
      title={t('library.references')}
      text={t('library.referencesText')}
      action={
        <span className="row">
          {may.edit && (
            <>
              <input
                ref={files}
                type="file"
                hidden
                multiple
                accept="image/*"
                onChange={(event) => {
                  const chosen = [...(event.target.files ?? [])].filter((file) => canAdd(file) && file.type.startsWith('image/'));
                  event.target.value = '';
                  if (chosen.length > 0) upload.mutate(chosen);
                }}
              />
              <Button disabled={upload.isPending} onClick={() => files.current?.click()}>
                <Upload size={16} aria-hidden />
                {t('library.addImage')}
              </Button>
            </>
          )}
          {may.generate && (
            <Button look="accent" aria-expanded={asking} onClick={() => setAsking(!asking)}>
              {t('library.generateMore')}
            </Button>
          )}
        </span>
      }
    >
      {asking && <GenerateMore asset={asset} onDone={() => setAsking(false)} />}
      <ul className="references">
        {generations.filter(isActive).map((generation) => (
          <li key={generation.id} className="reference pending">
            <span className="status">
              <StatusMark mark="generating" size={14} />
              {t(`queue.states.${generation.state}`)}
            </span>
            {may.generate && (
              <Button compact look="line" onClick={() => cancel.mutate(generation.id)}>
                {t('common.cancel')}
              </Button>
            )}
          </li>
        ))}
        {failed.map((generation) => (
          <li key={generation.id} className="reference pending">
            <span className="status bad">
              <StatusMark mark="failed" size={14} />
              {t(`failure.${generation.failure?.kind ?? 'unknown'}`)}
            </span>
            <span className="small soft" title={generation.failure?.message ?? undefined}>
              {generation.failure?.message}
            </span>
            {may.generate && (
              <Button compact look="line" onClick={() => retry.mutate(generation.id)}>
                {t('common.retry')}
              </Button>
            )}
          </li>
        ))}
        {images.data?.map((image) => {
          const key = image.id === asset.selectedChildId;
          return (
            <li key={image.id} className={cx('reference', key && 'key')}>
              <Link to={`/f/${filmId}/a/${image.id}`}>
                <AssetPicture asset={image} size={480} alt={image.name} />
              </Link>
              <div className="row">
                <span className="small cut grow">{image.name}</span>
                {may.select || key ? (
                  <Button
                    compact
                    look="ghost"
                    aria-pressed={key}
                    disabled={select.isPending || !may.select}
                    onClick={() => select.mutate(key ? null : image.id)}
                  >
                    <Star size={14} aria-hidden fill={key ? 'currentColor' : 'none'} />
                    {t('library.keyImage')}
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ul>
      {images.data?.length === 0 && generations.filter(isActive).length === 0 && (
        <p className="faint">{t('library.noReferences')}</p>
      )}
      <Refusal error={images.error ?? select.error ?? upload.error ?? cancel.error ?? retry.error} />
    </Panel>
  );
}
