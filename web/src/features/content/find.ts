export interface Piece {
  text: string;
  hit: boolean;
}

export interface Paragraph {
  /** Its place in the whole text. */
  index: number;
  /** 1 to 6 for a heading, 0 for a paragraph. */
  level: number;
  text: string;
}

/** The text as it is read: paragraphs stand apart by an empty line, headings begin with #. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .split('\n\n')
    .filter((part) => part.trim() !== '')
    .map((part, index) => {
      const heading = /^(#{1,6}) +/.exec(part);
      return { index, level: heading ? heading[1]!.length : 0, text: heading ? part.slice(heading[0].length) : part };
    });
}

/** Cuts a paragraph where the words stand, whatever their case. */
export function piecesOf(text: string, words: string): Piece[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === '') return [{ text, hit: false }];
  const lower = text.toLocaleLowerCase();
  // A few letters change their length with their case; then places would not fit, and nothing is marked.
  if (lower.length !== text.length) return [{ text, hit: lower.includes(wanted) }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), hit: false });
    pieces.push({ text: text.slice(at, at + wanted.length), hit: true });
    from = at + wanted.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}
