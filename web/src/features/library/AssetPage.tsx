import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { isVideo, mediaUrl } from '@/api/media';
import { useFilm } from '@/api/requests/get-film-structure';
import { useMay } from '@/api/requests/may';
import type { Character, Thing } from '@/api/types';
import { Refusal } from '@/components/Refusal';
import { TopBar } from '@/components/TopBar';
import { Waiting } from '@/components/Waiting';
import { assetQuery } from './api/get-asset';
import { useUpdateAsset } from './api/update-asset';
import { AssetHead } from './AssetHead';
import { AssetPicture } from './AssetPicture';
import { CharacterLooks } from './CharacterLooks';
import { Facts } from './Facts';
import { isCastType } from './filter';
import { ReferenceImages } from './ReferenceImages';
import { SavedField } from './SavedField';
import { ThingLooks } from './ThingLooks';
import { UsedIn } from './UsedIn';
import './library.css';

/** One asset of any type: its picture, what it is, what it is used in; characters, places and things with their looks. */
export default function AssetPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { film: filmId = '', id = '' } = useParams();
  const film = useFilm(filmId);
  const query = useQuery(assetQuery(id));
  const update = useUpdateAsset(id);
  const asset = query.data;
  const cast = asset !== undefined && isCastType(asset.type);
  return (
    <>
      <TopBar
        film={filmId}
        crumbs={[
          { text: film.film.name, to: `/f/${filmId}` },
          { text: t('nav.library'), to: `/f/${filmId}/library` },
          { text: asset?.name ?? '…' },
        ]}
      />
      <main className="content" id="main" tabIndex={-1}>
        <div className="page asset-page">
          <Refusal error={query.error} onRetry={() => void query.refetch()} />
          {query.isPending && <Waiting />}
          {asset && (
            <>
              <AssetHead filmId={filmId} asset={asset} update={update} />
              <div className="asset-columns">
                <div className="asset-side">
                  <div className="asset-large">
                    {isVideo(asset) ? (
                      <video src={mediaUrl(asset) ?? undefined} controls muted />
                    ) : (
                      <AssetPicture asset={asset} size={960} alt={asset.name} />
                    )}
                  </div>
                  {asset.media?.contentType.startsWith('audio/') && <audio src={mediaUrl(asset) ?? undefined} controls />}
                  <Facts asset={asset} />
                </div>
                <fieldset className="asset-looks" disabled={!may.edit}>
                  <SavedField
                    label={t('library.description')}
                    rows={3}
                    maxLength={4_000}
                    value={asset.description ?? ''}
                    onSave={(description) => update.mutate({ description: description || null })}
                  />
                  {asset.type === 'character_ref' && <CharacterLooks character={asset as Character} update={update} />}
                  {cast && asset.type !== 'character_ref' && <ThingLooks thing={asset as Thing} update={update} />}
                  <Refusal error={update.error} />
                </fieldset>
              </div>
              {cast && <ReferenceImages filmId={filmId} asset={asset} />}
              <UsedIn filmId={filmId} film={film} asset={asset} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
