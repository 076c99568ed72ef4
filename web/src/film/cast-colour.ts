import type { Character } from '@/api/types';

/** Told apart by lightness as well as hue; none comes near the accent. */
const palette = ['#c7923a', '#4e6e86', '#8a3b36', '#5d7f5a', '#7a5b86', '#a8765a', '#3f7f7c', '#9a9150'];

/** A character's own colour where one is set, else one that stays with the id. */
export function castColour(character: Character): string {
  const own = character.details.attributes?.colour ?? character.details.attributes?.color;
  if (typeof own === 'string' && /^#[0-9a-f]{6}$/i.test(own)) return own;
  let hash = 0;
  for (const sign of character.id) hash = (hash * 31 + sign.charCodeAt(0)) >>> 0;
  return palette[hash % palette.length]!;
}
