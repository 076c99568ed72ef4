/** The kinds of character, each with what is said of it, in the order in which it is put before a prompt. */
const fields: Readonly<Record<string, readonly string[]>> = {
  human: ['age', 'gender', 'ethnicity', 'height', 'build', 'hair_color', 'hair_style', 'eye_color', 'clothing_style'],
  animal: ['species', 'breed', 'size', 'fur_color', 'fur_texture', 'temperament'],
  robot: ['model_type', 'material', 'power_source', 'capabilities'],
  creature: ['creature_type', 'habitat', 'abilities', 'magic_type'],
  fantasy: ['creature_type', 'habitat', 'abilities', 'magic_type'],
  alien: ['alien_species', 'home_planet', 'physiology', 'abilities'],
  object: ['model_type', 'material'],
};
const ofAll = ['color_scheme', 'texture', 'distinctive_features'];

/** The colour a sketch gives the character; it is not said in prompts. */
export const colourAttribute = 'color';

export const characterKinds = Object.keys(fields);

/** What is asked about a kind of character; of none in particular, as of a human. */
export const fieldsOf = (kind: string | null | undefined): string[] => [...(fields[kind ?? 'human'] ?? []), ...ofAll];

/** A character's attributes: those its kind is asked for, and what was said of it besides. */
export function attributesOf(attributes: Readonly<Record<string, string>> | null | undefined, kind: string | null | undefined) {
  const known = fieldsOf(kind);
  const all = attributes ?? {};
  return {
    known: known.map((name) => [name, all[name] ?? ''] as const),
    others: Object.entries(all).filter(([name]) => !known.includes(name) && name !== colourAttribute && name !== 'colour'),
    colour: all[colourAttribute] ?? all.colour ?? '',
  };
}

/** The merge patch of one attribute: emptied, it goes. */
export const patchOfAttribute = (name: string, value: string): Record<string, string | null> => ({
  [name]: value.trim() === '' ? null : value.trim(),
});
