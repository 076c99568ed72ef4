export interface Mentionable {
  id: string;
  name: string;
}

/** A piece of a note's text: plain, or somebody's name behind its @. */
export interface Piece {
  text: string;
  person?: Mentionable;
}

const folded = (text: string) => text.toLocaleLowerCase();

/** Cuts a text at the names of people it mentions. The longest name wins: "@Anna Karlsen" is not "@Anna". */
export function piecesOf(text: string, people: readonly Mentionable[]): Piece[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const before = at === 0 ? ' ' : text[at - 1]!;
    const person =
      text[at] === '@' && !/[\p{L}\p{N}]/u.test(before)
        ? byLength.find(({ name }) => {
            const after = text[at + 1 + name.length] ?? ' ';
            return folded(text.slice(at + 1, at + 1 + name.length)) === folded(name) && !/[\p{L}\p{N}]/u.test(after);
          })
        : undefined;
    if (!person) {
      plain += text[at++];
      continue;
    }
    if (plain) pieces.push({ text: plain });
    plain = '';
    pieces.push({ text: text.slice(at, at + 1 + person.name.length), person });
    at += 1 + person.name.length;
  }
  return plain ? [...pieces, { text: plain }] : pieces;
}

/** The ids of those whom a text mentions, each once. */
export const mentionsIn = (text: string, people: readonly Mentionable[]): string[] => [
  ...new Set(piecesOf(text, people).flatMap(({ person }) => (person ? [person.id] : []))),
];

/** The name that is being typed before the caret, without its @; null when none is. */
export function typedName(text: string, caret: number): string | null {
  return /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** People whose name, or a part of it, begins like what is typed. */
export const matching = (typed: string, people: readonly Mentionable[]): Mentionable[] =>
  people.filter(({ name }) => [name, ...name.split(' ')].some((part) => folded(part).startsWith(folded(typed)))).slice(0, 5);
