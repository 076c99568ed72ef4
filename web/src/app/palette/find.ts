export interface Entry {
  group: string;
  text: string;
  run(): void;
}

const most = 40;

/** Entries that hold every word, those that begin with the first word before the others; the given order otherwise. */
export function findEntries(entries: readonly Entry[], text: string): Entry[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return entries.slice(0, most);
  const hits = entries.filter((entry) => words.every((word) => entry.text.toLocaleLowerCase().includes(word)));
  const leads = (entry: Entry) =>
    entry.text
      .toLocaleLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(first));
  return [...hits.filter(leads), ...hits.filter((entry) => !leads(entry))].slice(0, most);
}
