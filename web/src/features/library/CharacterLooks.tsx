import { useTranslation } from 'react-i18next';
import type { Character } from '@/api/types';
import { Choice } from '@/components/Choice';
import type { useUpdateAsset } from './api/update-asset';
import { attributesOf, characterKinds, colourAttribute, patchOfAttribute } from './attributes';
import { ColourField } from './ColourField';
import { SavedField } from './SavedField';

interface Props {
  character: Character;
  update: ReturnType<typeof useUpdateAsset>;
}

/** What a character is and looks like, by its kind, and the words that keep it the same in every picture. */
export function CharacterLooks({ character, update }: Props) {
  const { t } = useTranslation();
  const { characterType, attributes, consistencyPrompt } = character.details;
  const { known, others, colour } = attributesOf(attributes, characterType);
  const set = (name: string, value: string) =>
    update.mutate({
      details: {
        type: 'character_ref',
        // A merge patch takes an attribute away by null, which the stored shape does not have.
        attributes: patchOfAttribute(name, value) as Record<string, string>,
      },
    });
  return (
    <>
      <Choice
        label={t('library.kind')}
        value={characterType ?? ''}
        onChange={(kind) => update.mutate({ details: { type: 'character_ref', characterType: kind || null } })}
        options={[['', '—'], ...characterKinds.map((kind) => [kind, t(`library.kinds.${kind}`)] as const)]}
      />
      <div className="looks">
        {known.map(([name, value]) => (
          <SavedField
            key={name}
            label={t(`library.attributes.${name}`)}
            maxLength={500}
            value={value}
            onSave={(next) => set(name, next)}
          />
        ))}
        {others.map(([name, value]) => (
          <SavedField
            key={name}
            label={t(`library.attributes.${name}`, { defaultValue: name.replaceAll('_', ' ') })}
            maxLength={500}
            value={value}
            onSave={(next) => set(name, next)}
          />
        ))}
        <ColourField label={t('library.colour')} value={colour} onSave={(next) => set(colourAttribute, next)} />
      </div>
      <SavedField
        label={t('library.consistency')}
        rows={4}
        maxLength={4_000}
        placeholder={t('library.consistencyComposed')}
        hint={t('library.consistencyHint')}
        value={consistencyPrompt ?? ''}
        onSave={(prompt) => update.mutate({ details: { type: 'character_ref', consistencyPrompt: prompt || null } })}
      />
    </>
  );
}
