import { create } from 'zustand';

/** Where what is carried would go. */
export interface DropPlace {
  /** The scene, or the film itself. */
  parentId: string;
  after: string | null;
}

export interface Carried {
  kind: 'shots' | 'scene';
  /** The card or lane under the hand. */
  id: string;
  ids: ReadonlySet<string>;
}

interface Drag {
  carried: Carried | null;
  place: DropPlace | null;
}

/** What is being dragged on the board. A store, so that only the cards that are lifted or put down render again. */
export const useDrag = create<Drag>(() => ({ carried: null, place: null }));

export const lift = (carried: Carried): void => useDrag.setState({ carried, place: null });
export const letGo = (): void => useDrag.setState({ carried: null, place: null });

export function hoverPlace(place: DropPlace | null): void {
  const now = useDrag.getState().place;
  if (now?.parentId !== place?.parentId || now?.after !== place?.after) useDrag.setState({ place });
}
