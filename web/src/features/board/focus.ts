/** The shot whose card has the focus. */
export const focusedShotId = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-shot]')?.dataset.shot ?? null;

export const focusShot = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-shot="${CSS.escape(id)}"] .card-link`)?.focus();

/** Arrow keys walk over the cards: left and right by order, up and down by what is nearest on the screen. */
export function walkCards(event: React.KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.shiftKey || !event.key.startsWith('Arrow')) return;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-shot] .card-link')];
  const at = cards.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const next = neighbourOf(cards, at, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function neighbourOf(cards: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  if (key === 'ArrowLeft') return cards[at - 1];
  if (key === 'ArrowRight') return cards[at + 1];
  const here = cards[at]!.getBoundingClientRect();
  const down = key === 'ArrowDown';
  const ahead = (down ? cards.slice(at + 1) : cards.slice(0, at).toReversed()).map((card) => ({
    card,
    box: card.getBoundingClientRect(),
  }));
  const row = ahead.find(({ box }) => (down ? box.top > here.top + 8 : box.top < here.top - 8));
  if (!row) return undefined;
  return ahead
    .filter(({ box }) => Math.abs(box.top - row.box.top) < 8)
    .reduce((best, entry) => (Math.abs(entry.box.left - here.left) < Math.abs(best.box.left - here.left) ? entry : best), row)
    .card;
}
