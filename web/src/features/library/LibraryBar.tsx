import { useQuery } from '@tanstack/react-query';
import { Plus, Search, Star, Upload } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import { tagsQuery } from '@/api/requests/list-tags';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { Menu, MenuItem } from '@/components/Menu';
import { Segmented } from '@/components/Segmented';
import { collectionsQuery } from './api/list-collections';
import { assetTypes, castTypes, sorts, toggled, withValue, type LibraryFilter } from './filter';
import { NewCastMember } from './NewCastMember';

interface Props {
  filmId: string;
  filter: LibraryFilter;
  search: URLSearchParams;
  onSearch(search: URLSearchParams, options: { replace: boolean }): void;
  words: RefObject<HTMLInputElement | null>;
  onFiles(files: readonly File[]): void;
}

/** Words are looked for when the typing rests. */
const restMs = 250;

/** The facets of the library, and what can be added to it. */
export function LibraryBar({ filmId, filter, search, onSearch, words, onFiles }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const tags = useQuery(tagsQuery()).data ?? [];
  const collections = useQuery(collectionsQuery()).data ?? [];
  const [making, setMaking] = useState<string | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const set = (name: string, value: string) => onSearch(withValue(search, name, value), { replace: true });
  const toggle = (name: string, value: string) => onSearch(toggled(search, name, value), { replace: true });
  const offered = tags.filter((tag) => !filter.tags.includes(tag.name));
  return (
    <div className="library-bar">
      <div className="row library-row">
        <div className="input board-filter">
          <Search size={16} aria-hidden className="faint" />
          <input
            ref={words}
            type="search"
            maxLength={300}
            aria-label={t('library.search')}
            placeholder={t('library.search')}
            defaultValue={filter.q}
            onChange={(event) => {
              const { value } = event.target;
              clearTimeout(waiting.current);
              waiting.current = setTimeout(() => set('q', value.trim()), restMs);
            }}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <Keycaps action="library.filter" />
        </div>
        <Segmented
          label={t('library.where')}
          value={filter.ofFilm ? 'film' : 'all'}
          onChange={(of) => set('of', of === 'film' ? 'film' : '')}
          options={[
            { value: 'all', text: t('library.everywhere') },
            { value: 'film', text: t('library.ofFilm') },
          ]}
        />
        <select
          className="input library-select"
          aria-label={t('library.sort')}
          value={filter.sort}
          onChange={(event) => set('sort', event.target.value)}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`library.sorts.${sort || 'usual'}`)}
            </option>
          ))}
        </select>
        <span className="grow" />
        {may.edit && (
          <>
            <input
              ref={files}
              type="file"
              hidden
              multiple
              accept="image/*,video/*,audio/*"
              onChange={(event) => {
                onFiles([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
            <Button onClick={() => files.current?.click()}>
              <Upload size={16} aria-hidden />
              {t('library.addFiles')}
            </Button>
            <Menu
              trigger={
                <Button look="accent">
                  <Plus size={16} aria-hidden />
                  {t('library.new')}
                </Button>
              }
            >
              {castTypes.map((type) => (
                <MenuItem key={type} onSelect={() => setMaking(type)}>
                  {t(`library.types.${type}`)}
                </MenuItem>
              ))}
            </Menu>
          </>
        )}
      </div>
      <div className="facets" role="group" aria-label={t('library.type')}>
        {assetTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="facet"
            aria-pressed={filter.types.includes(type)}
            onClick={() => toggle('type', type)}
          >
            {t(`library.many.${type}`)}
          </button>
        ))}
        <button
          type="button"
          className="facet"
          aria-pressed={filter.favorite}
          onClick={() => set('favorite', filter.favorite ? '' : '1')}
        >
          <Star size={12} aria-hidden />
          {t('library.favorites')}
        </button>
      </div>
      <div className="facets">
        {filter.tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="facet"
            aria-pressed
            aria-label={t('library.withoutTag', { tag })}
            onClick={() => toggle('tag', tag)}
          >
            #{tag} ×
          </button>
        ))}
        {offered.length > 0 && (
          <select
            className="input library-select"
            aria-label={t('library.tags')}
            value=""
            onChange={(event) => event.target.value && toggle('tag', event.target.value)}
          >
            <option value="">{t('library.anyTag')}</option>
            {offered.map((tag) => (
              <option key={tag.id} value={tag.name}>
                {tag.name} ({tag.usage})
              </option>
            ))}
          </select>
        )}
        {collections.length > 0 && (
          <select
            className="input library-select"
            aria-label={t('library.collection')}
            value={filter.collection}
            onChange={(event) => set('collection', event.target.value)}
          >
            <option value="">{t('library.anyCollection')}</option>
            {collections.map((collection) => (
              <option key={collection.id} value={collection.id}>
                {collection.name} ({collection.memberCount})
              </option>
            ))}
          </select>
        )}
      </div>
      {making && <NewCastMember filmId={filmId} type={making} onClose={() => setMaking(null)} />}
    </div>
  );
}
