import { useQuery } from '@tanstack/react-query';
import { GitFork, Star, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { castQuery } from '@/api/requests/list-cast';
import { useMay } from '@/api/requests/may';
import { useSetAssetTags } from '@/api/requests/set-asset-tags';
import type { Asset } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { TagDialog } from '@/components/TagDialog';
import { did } from '@/state/undo';
import { useCasting } from './api/cast';
import { useRemoveAsset } from './api/delete-asset';
import type { useUpdateAsset } from './api/update-asset';
import { isCastType } from './filter';
import { SavedField } from './SavedField';

interface Props {
  filmId: string;
  asset: Asset;
  update: ReturnType<typeof useUpdateAsset>;
}

/** Its name and tags, whether it is a favourite and in the cast, where it came from, and the way out. */
export function AssetHead({ filmId, asset, update }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const cast = useQuery({ ...castQuery(filmId), enabled: isCastType(asset.type) }).data;
  const casting = useCasting(filmId);
  const tagging = useSetAssetTags();
  const { remove, restore } = useRemoveAsset();
  const [asking, setAsking] = useState(false);
  const inCast = cast?.some(({ id }) => id === asset.id);
  const setTags = (tags: string[]) =>
    tagging.mutate([{ id: asset.id, tags }], {
      onSuccess: () => did(t('library.tagged', { count: 1 }), () => tagging.mutateAsync([{ id: asset.id, tags: asset.tags }])),
      onSettled: () => setAsking(false),
    });
  // What a film is made of is taken out on the board, where what hangs on it is seen.
  const removable = may.edit && !['film', 'scene', 'shot', 'shot_take'].includes(asset.type);
  return (
    <header className="asset-head">
      <div className="page-head">
        <h1 className="visually-hidden">{asset.name}</h1>
        <fieldset className="asset-name" disabled={!may.edit}>
          <SavedField
            label={t('library.name')}
            maxLength={200}
            required
            value={asset.name}
            onSave={(name) => update.mutate({ name })}
          />
        </fieldset>
        <span className="chip">{t(`library.types.${asset.type}`, { defaultValue: asset.type })}</span>
        <span className="grow" />
        {may.edit && (
          <Button
            look="ghost"
            square
            aria-pressed={asset.favorite}
            aria-label={t('library.favorite')}
            title={t('library.favorite')}
            onClick={() => update.mutate({ favorite: !asset.favorite })}
          >
            <Star size={16} aria-hidden fill={asset.favorite ? 'currentColor' : 'none'} />
          </Button>
        )}
        {cast && may.edit && (
          <Button disabled={casting.isPending} onClick={() => casting.mutate({ id: asset.id, cast: !inCast })}>
            {t(inCast ? 'library.uncast' : 'library.cast')}
          </Button>
        )}
        <Link className="button" to={`/f/${filmId}/lineage/${asset.id}`}>
          <GitFork size={16} aria-hidden />
          {t('lineage.title')}
        </Link>
        {removable && (
          <Button
            look="ghost"
            square
            aria-label={t('people.remove')}
            title={t('people.remove')}
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(asset.id, {
                onSuccess: () => {
                  did(t('library.removed', { name: asset.name }), () => restore.mutateAsync(asset.id));
                  void navigate(`/f/${filmId}/library`);
                },
              })
            }
          >
            <Trash2 size={16} aria-hidden />
          </Button>
        )}
      </div>
      <div className="facets">
        {asset.tags.map((tag) => (
          <span key={tag} className="chip">
            <Link to={`/f/${filmId}/library?tag=${encodeURIComponent(tag)}`}>#{tag}</Link>
            {may.edit && (
              <button
                type="button"
                className="chip-out"
                aria-label={t('library.untag', { tag })}
                onClick={() => setTags(asset.tags.filter((other) => other !== tag))}
              >
                ×
              </button>
            )}
          </span>
        ))}
        {may.edit && (
          <Button compact look="ghost" onClick={() => setAsking(true)}>
            <Tag size={14} aria-hidden />
            {t('library.tag')}
          </Button>
        )}
      </div>
      <Refusal error={casting.error ?? tagging.error ?? remove.error} />
      {asking && (
        <TagDialog
          count={1}
          busy={tagging.isPending}
          onClose={() => setAsking(false)}
          onTag={(words) => setTags([...new Set([...asset.tags, ...words])])}
        />
      )}
    </header>
  );
}
