import type { Scene } from '@/api/types';

/** INT., EXT., INT./EXT., I/E and the Russian and Ukrainian ones, as a script writes them. */
const prefix = /^((?:int|ext|est|i|e|инт|нат|экст|інт|екст)\.?(?:\s*\/\s*(?:int|ext|i|e|инт|нат|экст)\.?)?)[\s.:–—-]+/iu;
const dash = /\s+[–—-]+\s+/u;

/**
 * What a scene is called on the screen: a heading in capitals is read as words, "EXT. OLD HARBOUR - DUSK" as
 * "Ext. Old harbour, dusk". A name that somebody wrote in small letters is left as it is.
 *
 * @param names Names of the cast, whose capitals are kept: "INT. MIRA'S ROOM" is "Int. Mira's room".
 */
export function sceneTitle(scene: Pick<Scene, 'name'>, names: readonly string[] = []): string {
  const heading = scene.name.trim();
  if (heading === '' || heading !== heading.toLocaleUpperCase() || heading === heading.toLocaleLowerCase()) return heading;
  const found = prefix.exec(heading);
  const rest = found ? heading.slice(found[0].length) : heading;
  const [place = '', ...times] = rest.split(dash);
  const kept = namesIn(names);
  // Of "HARBOUR - QUAY - DUSK" only the last part can be a time; the others are places.
  const time = times.pop();
  const places = [place, ...times].map((part) => sentence(part, kept)).join(' – ');
  const before = found ? `${capital(found[1]!.toLocaleLowerCase().replace(/\s+/g, ''))} ` : '';
  return `${before}${places}${time === undefined ? '' : `, ${spoken(time, kept)}`}`;
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
const sentence = (text: string, kept: ReadonlyMap<string, string>): string => capital(spoken(text, kept));

/** Small letters, but for the words that are somebody's name. */
const spoken = (text: string, kept: ReadonlyMap<string, string>): string =>
  text.toLocaleLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => kept.get(word) ?? word);

/** Articles and short words of a name ("The Harbour Master") are words like others. */
const namesIn = (names: readonly string[]): Map<string, string> =>
  new Map(
    names
      .filter((name) => !/\s/.test(name.trim()))
      .map((name) => [name.trim().toLocaleLowerCase(), capital(name.trim().toLocaleLowerCase())] as const),
  );
