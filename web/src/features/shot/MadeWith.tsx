import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { thumbnailUrl } from '@/api/media';
import { someAssetsQuery } from '@/api/requests/get-assets-by-ids';
import { castQuery } from '@/api/requests/list-cast';
import type { Asset, Model, Shot } from '@/api/types';
import { Button } from '@/components/Button';
import { Menu, MenuItem, MenuLabel } from '@/components/Menu';
import { Refusal } from '@/components/Refusal';
import { shotQuery } from './api/get-shot';
import { useLinkShotAssets } from './api/link-shot-assets';
import { linkKinds, withLink, withoutLink } from './made-with';

interface Props {
  filmId: string;
  shot: Shot;
  model: Model | undefined;
  mayEdit: boolean;
}

/** Who and what the shot shows, with the pictures that go along as references. */
export function MadeWith({ filmId, shot, model, mayEdit }: Props) {
  const { t } = useTranslation();
  const detail = useQuery(shotQuery(shot.id));
  const cast = useQuery(castQuery(filmId));
  const link = useLinkShotAssets(filmId, shot.id);
  const links = (detail.data?.links ?? []).filter(({ kind }) => kind in linkKinds);
  const pictures = useQuery(someAssetsQuery(links.map(({ id }) => id)));
  const byId = new Map((pictures.data ?? []).map((asset) => [asset.id, asset]));
  const linked = new Set(links.map(({ id }) => id));
  const offered = (cast.data ?? []).filter((asset) => !linked.has(asset.id));
  const pictured = links.filter(({ id }) => byId.get(id)?.media).length;
  const types = [...new Set(offered.map((asset) => asset.type))];
  return (
    <section className="field" aria-label={t('making.madeWith')}>
      <div className="field-label">
        <span>{t('making.madeWith')}</span>
        {model && links.length > 0 && (
          <span>
            {model.maxReferences > 0 ? t('making.sent', { count: Math.min(pictured, model.maxReferences) }) : t('making.asWords')}
          </span>
        )}
      </div>
      <ul className="made-with">
        {links.map((entry) => (
          <li key={`${entry.kind}-${entry.id}`} className="made-with-item">
            <Link to={`/f/${filmId}/a/${entry.id}`} title={t(`library.types.${entry.type}`, { defaultValue: entry.type })}>
              <Thumb asset={byId.get(entry.id)} />
              <span className="cut">@{entry.name}</span>
            </Link>
            {mayEdit && (
              <button
                type="button"
                aria-label={t('making.takeOut', { name: entry.name })}
                disabled={link.isPending}
                onClick={() => link.mutate(withoutLink(links, entry))}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </li>
        ))}
        {mayEdit && offered.length > 0 && (
          <li>
            <Menu
              align="start"
              trigger={
                <Button compact look="line" disabled={link.isPending}>
                  <Plus size={14} aria-hidden />
                  {t('making.add')}
                </Button>
              }
            >
              {types.map((type) => (
                <div key={type}>
                  <MenuLabel>{t(`library.types.${type}`, { defaultValue: type })}</MenuLabel>
                  {offered
                    .filter((asset) => asset.type === type)
                    .map((asset) => (
                      <MenuItem key={asset.id} onSelect={() => link.mutate(withLink(links, asset))}>
                        {asset.name}
                      </MenuItem>
                    ))}
                </div>
              ))}
            </Menu>
          </li>
        )}
      </ul>
      {detail.data && links.length === 0 && offered.length === 0 && <p className="small faint">{t('making.nobody')}</p>}
      <Refusal error={detail.error ?? link.error} />
    </section>
  );
}

function Thumb({ asset }: { asset: Asset | undefined }) {
  const url = asset && thumbnailUrl(asset, 320);
  return url ? <img src={url} alt="" loading="lazy" decoding="async" /> : <span className="made-with-none" />;
}
