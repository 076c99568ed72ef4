import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetsAtOnce, someAssetsQuery } from '@/api/requests/get-assets-by-ids';
import { useMay } from '@/api/requests/may';
import { useSetAssetTags } from '@/api/requests/set-asset-tags';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TagDialog } from '@/components/TagDialog';
import { did } from '@/state/undo';
import { useGather } from './api/gather';
import { CollectionDialog } from './CollectionDialog';

interface Props {
  ids: readonly string[];
  onClear(): void;
}

/** What can be done with everything that is marked. */
export function MarkedAssets({ ids, onClear }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [asking, setAsking] = useState<'tag' | 'gather' | null>(null);
  const tagging = useSetAssetTags();
  const gather = useGather();
  const assets = useQuery(someAssetsQuery(ids.slice(0, assetsAtOnce))).data ?? [];
  const close = () => setAsking(null);
  return (
    <div className="marked-bar" role="region" aria-label={t('library.marked', { count: ids.length })}>
      <span className="strong">{t('library.marked', { count: ids.length })}</span>
      <span className="grow" />
      {may.edit && (
        <>
          <Button disabled={assets.length === 0 || ids.length > assetsAtOnce} onClick={() => setAsking('tag')}>
            {t('library.tag')}
          </Button>
          <Button onClick={() => setAsking('gather')}>{t('library.gather')}</Button>
        </>
      )}
      <Button look="ghost" onClick={onClear}>
        {t('board.clearMarks')}
      </Button>
      <Refusal error={tagging.error ?? gather.error} />
      {asking === 'tag' && (
        <TagDialog
          count={assets.length}
          busy={tagging.isPending}
          onClose={close}
          onTag={(words) => {
            const before = assets.map(({ id, tags }) => ({ id, tags }));
            tagging.mutate(
              before.map(({ id, tags }) => ({ id, tags: [...new Set([...tags, ...words])] })),
              {
                onSuccess: () => did(t('library.tagged', { count: before.length }), () => tagging.mutateAsync(before)),
                onSettled: close,
              },
            );
          }}
        />
      )}
      {asking === 'gather' && (
        <CollectionDialog
          count={ids.length}
          busy={gather.isPending}
          onClose={close}
          onGather={(into) => gather.mutate({ into, assetIds: ids }, { onSettled: close })}
        />
      )}
    </div>
  );
}
