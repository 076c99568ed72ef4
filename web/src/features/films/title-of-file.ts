/** "the_lighthouse-keeper.fountain" → "The lighthouse keeper": a first title, made to be changed. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!words) return name;
  const [first = '', ...rest] = [...words];
  return first.toLocaleUpperCase() + rest.join('');
}
