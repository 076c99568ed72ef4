import { useTranslation } from 'react-i18next';
import type { Thing } from '@/api/types';
import type { useUpdateAsset } from './api/update-asset';
import { SavedField } from './SavedField';

interface Props {
  thing: Thing;
  update: ReturnType<typeof useUpdateAsset>;
}

const colours = (text: string) => text.split(/[\s,]+/).filter((word) => /^#[0-9a-f]{6}$/i.test(word));

/** What a place, a thing or a style looks like: for people, for prompts, and in colours. */
export function ThingLooks({ thing, update }: Props) {
  const { t } = useTranslation();
  const { type } = thing.details;
  const palette = thing.details.palette ?? [];
  return (
    <>
      <SavedField
        label={t('library.looks')}
        rows={3}
        maxLength={4_000}
        value={thing.details.description ?? ''}
        onSave={(description) => update.mutate({ details: { type, description: description || null } })}
      />
      <SavedField
        label={t('library.consistency')}
        rows={4}
        maxLength={4_000}
        placeholder={t('library.consistencyComposed')}
        hint={t('library.consistencyHint')}
        value={thing.details.prompt ?? ''}
        onSave={(prompt) => update.mutate({ details: { type, prompt: prompt || null } })}
      />
      <SavedField
        label={t('library.palette')}
        maxLength={400}
        placeholder="#1f3a3d #d9c8a0"
        value={palette.join(' ')}
        onSave={(text) => update.mutate({ details: { type, palette: colours(text) } })}
      />
      {palette.length > 0 && (
        <div className="facets" aria-hidden>
          {palette.map((colour, index) => (
            <span key={`${colour}-${index}`} className="swatch" style={{ background: colour }} />
          ))}
        </div>
      )}
    </>
  );
}
