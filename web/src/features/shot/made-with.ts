import type { Asset, ShotLink, ShotLinks } from '@/api/types';

type ListName = 'characters' | 'locations' | 'props' | 'styles';

/** The lists of a shot that say what is in the picture, by the kind of their links. */
export const linkKinds: Readonly<Record<string, ListName>> = {
  uses_character: 'characters',
  uses_location: 'locations',
  uses_prop: 'props',
  uses_style: 'styles',
};

const listOfType: Readonly<Record<string, ListName>> = {
  character_ref: 'characters',
  location: 'locations',
  prop: 'props',
  style: 'styles',
};

const idsOf = (links: readonly ShotLink[], list: ListName) =>
  links.filter(({ kind }) => linkKinds[kind] === list).map(({ id }) => id);

/** The one list that changes when an asset is put in; nothing for a type that a shot is not made with. */
export function withLink(links: readonly ShotLink[], asset: Pick<Asset, 'id' | 'type'>): ShotLinks {
  const list = listOfType[asset.type];
  return list ? { [list]: [...idsOf(links, list), asset.id] } : {};
}

/** The one list that changes when a link is taken out. */
export function withoutLink(links: readonly ShotLink[], gone: ShotLink): ShotLinks {
  const list = linkKinds[gone.kind];
  return list ? { [list]: idsOf(links, list).filter((id) => id !== gone.id) } : {};
}
