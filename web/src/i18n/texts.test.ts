import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ru } from './ru';

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const plural = /_(one|few|many|other)$/;
const stems = (tree: Tree) => new Set(flat(tree).map(([key]) => key.replace(plural, '')));
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!).toSorted();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [file] : [];
  });
}

describe('the Russian texts', () => {
  it('are complete', () => expect([...stems(ru)].toSorted()).toEqual([...stems(en)].toSorted()));
  it('have all four plural forms', () => {
    const forms = flat(ru).filter(([key]) => plural.test(key));
    for (const stem of new Set(forms.map(([key]) => key.replace(plural, ''))))
      expect(forms.filter(([key]) => key.replace(plural, '') === stem).length, stem).toBe(4);
  });
  it('fill the same holes', () => {
    const russian = new Map(flat(ru).map(([key, text]) => [key.replace(/_(few|many)$/, '_other'), text]));
    for (const [key, text] of flat(en)) {
      const other = russian.get(key) ?? russian.get(key.replace(plural, ''));
      if (other !== undefined && !plural.test(key)) expect(holes(other), key).toEqual(holes(text));
    }
  });
  it('are not left in English', () => {
    const same = flat(ru).filter(
      ([key, text]) =>
        /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}|Director|OpenTimelineIO|Telegram|Fountain|Final Draft|Enter/g, '')) &&
        !/[а-яё]/i.test(text) &&
        !key.startsWith('settings.unlocks'),
    );
    expect(same).toEqual([]);
  });
});

it('Every text that the code asks for exists', () => {
  const known = stems(en);
  const wanted = sources(path.resolve(import.meta.dirname, '..')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => ({ file, key: key! })),
  );
  expect(wanted.length).toBeGreaterThan(150);
  expect(wanted.filter(({ key }) => !known.has(key))).toEqual([]);
});
