import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { assetsAtOnce, someAssetsQuery } from '@/api/requests/get-assets-by-ids';
import type { Asset } from '@/api/types';
import { AssetCell } from './AssetCell';
import { blocksOf, stepIn } from './pages';

interface Props {
  filmId: string;
  ids: readonly string[];
  scroller: RefObject<HTMLElement | null>;
  marked: ReadonlySet<string>;
  onMark(id: string, range: boolean): void;
  onLook(index: number): void;
}

const cellWidth = 176;
const cellHeight = 176;
const gap = 12;

/** A grid over any number of assets: only the rows in view exist, and only what they show is asked for. */
export function AssetGrid({ filmId, ids, scroller, marked, onMark, onLook }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLUListElement>(null);
  const [columns, setColumns] = useState(6);
  const [at, setAt] = useState(0);
  const moved = useRef(false);
  useEffect(() => {
    const watched = grid.current;
    if (!watched) return;
    const observer = new ResizeObserver(([entry]) =>
      setColumns(Math.max(2, Math.floor(((entry?.contentRect.width ?? 0) + gap) / (cellWidth + gap)))),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  // Its functions read the scroll position and must not be memoized; nothing here is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({
    count: Math.ceil(ids.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => cellHeight + gap,
    overscan: 3,
    scrollMargin: grid.current?.offsetTop ?? 0,
  });
  const visible = rows.getVirtualItems();
  const from = (visible[0]?.index ?? 0) * columns;
  const to = ((visible.at(-1)?.index ?? 0) + 1) * columns - 1;
  const assets = useQueries({
    queries: blocksOf(ids, from, to, assetsAtOnce / 2).map((block) => someAssetsQuery(block.ids)),
    combine: (answers) => new Map(answers.flatMap(({ data }) => data ?? []).map((asset: Asset) => [asset.id, asset])),
  });
  const current = Math.min(at, Math.max(0, ids.length - 1));
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`)?.focus();
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLAnchorElement)) return;
    if (event.key === ' ') {
      event.preventDefault();
      return onLook(current);
    }
    if (event.key.toLowerCase() === 'x' && ids[current]) return onMark(ids[current], event.shiftKey);
    const next = stepIn(current, event.key, columns, ids.length);
    if (next === current) return;
    event.preventDefault();
    moved.current = true;
    rows.scrollToIndex(Math.floor(next / columns));
    setAt(next);
  };
  return (
    <ul
      ref={grid}
      className="asset-grid"
      aria-label={t('library.title')}
      style={{ height: rows.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {visible.flatMap((row) =>
        ids.slice(row.index * columns, (row.index + 1) * columns).map((id, column) => {
          const index = row.index * columns + column;
          return (
            <AssetCell
              key={id}
              filmId={filmId}
              asset={assets.get(id)}
              id={id}
              index={index}
              total={ids.length}
              current={index === current}
              marked={marked.has(id)}
              onFocus={() => setAt(index)}
              onMark={(range) => onMark(id, range)}
              onLook={() => onLook(index)}
              style={{
                width: `calc((100% - ${(columns - 1) * gap}px) / ${columns})`,
                left: `calc((100% + ${gap}px) / ${columns} * ${column})`,
                top: row.start - rows.options.scrollMargin,
                height: cellHeight,
              }}
            />
          );
        }),
      )}
    </ul>
  );
}
