import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
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
          <li key={character.id}>
            <Link className="cast-row" to={`/f/${structure.film.id}/a/${character.id}`}>
              <span className="swatch" style={{ background: castColour(character) }} />
              <span className="cut">{character.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
