import { useTranslation } from 'react-i18next';
import type { FilmStructure } from '@/api/types';
import { castColour } from '@/film/cast-colour';

export function CastList({ structure }: { structure: FilmStructure }) {
  const { t } = useTranslation();
  if (structure.characters.length === 0) return null;
  return (
    <section aria-label={t('nav.cast')}>
      <h2>{t('nav.cast')}</h2>
      <ul>
        {structure.characters.map((character) => (
          <li key={character.id} className="cast-row">
            <span className="swatch" style={{ background: castColour(character) }} />
            <span className="cut">{character.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
