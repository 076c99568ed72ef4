import { createContext, useContext, useLayoutEffect, useState, type RefObject } from 'react';

/** How the board's grid falls out at its width, in pixels. */
export interface CardSize {
  columns: number;
  /** Height of one card. */
  height: number;
}

/** As in the grid's style: the narrowest card, the gap, the lane's margins, and the lines of text under a picture. */
const wide = { narrowest: 212, gap: 16, margins: 48 };
const phone = { gap: 10, margins: 32, upTo: 760 };
const textHeight = 80;

export function cardSize(width: number): CardSize {
  const small = width <= phone.upTo;
  const gap = small ? phone.gap : wide.gap;
  const room = width - (small ? phone.margins : wide.margins);
  const columns = small ? 2 : Math.max(1, Math.floor((room + gap) / (wide.narrowest + gap)));
  return { columns, height: ((room - gap * (columns - 1)) / columns) * (9 / 16) + textHeight };
}

/** Height of a list of cards that is not drawn. */
export function cardsHeight({ columns, height }: CardSize, cards: number): number {
  const rows = Math.ceil(cards / columns);
  return rows === 0 ? 0 : rows * height + (rows - 1) * wide.gap;
}

export const CardSizes = createContext<CardSize>(cardSize(1180));

export const useCardSize = (): CardSize => useContext(CardSizes);

/** The size at the width the board has now. */
export function useMeasuredCards(board: RefObject<HTMLElement | null>): CardSize {
  const [size, setSize] = useState(() => cardSize(Math.max(320, window.innerWidth - 208)));
  useLayoutEffect(() => {
    const watched = board.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => {
      const next = cardSize(watched.clientWidth);
      setSize((now) => (now.columns === next.columns && Math.abs(now.height - next.height) < 1 ? now : next));
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [board]);
  return size;
}
