import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Generation, Take } from '@/api/types';
import { Segmented } from '@/components/Segmented';
import { hasFailed } from '@/film/generations';
import { isRejected } from '@/film/structure';
import { StripCell } from './StripCell';
import { stripItems, type StripFilter } from './strip';

const cellWidth = 120;
const gap = 8;

interface Props {
  takes: readonly Take[];
  /** How many takes arrived since the strip was last looked at. */
  fresh: number;
  generations: readonly Generation[];
  current: Take | undefined;
  selectedId: string | null;
  onShow(take: Take): void;
  onShowNew(): void;
}

/** The takes by number. Only the cells in sight exist, so that two thousand takes scroll as eight do. */
export function TakeStrip({ takes, fresh, generations, current, selectedId, onShow, onShowNew }: Props) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<StripFilter>('all');
  const scroller = useRef<HTMLDivElement>(null);
  const items = stripItems(takes, generations, filter);
  // Its functions read the scroll position and must not be memoized; nothing here is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    horizontal: true,
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cellWidth + gap,
    getItemKey: (index) => items[index]!.key,
    overscan: 6,
  });
  const at = items.findIndex((item) => item.kind === 'take' && item.take.id === current?.id);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only a change of the take on view scrolls; arriving ones do not move the strip.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current?.id]);
  const failed = generations.filter(hasFailed).length;
  const circled = takes.filter((take) => take.circled).length;
  const rejected = takes.filter(isRejected).length;

  return (
    <section className="takes" aria-label={t('shot.takes')}>
      <header>
        <h2>{t('shot.takes')}</h2>
        <span className="small faint">
          {t('board.takes', { count: takes.length })}
          {failed > 0 && `, ${t('shot.failedAttempts', { count: failed })}`}
        </span>
        <span className="grow" />
        {fresh > 0 && (
          <button type="button" className="pill new" onClick={onShowNew}>
            <strong>{t('shot.newTakes', { count: fresh })}</strong>
            {t('shot.show')}
            <ChevronRight size={12} aria-hidden />
          </button>
        )}
        <Segmented<StripFilter>
          label={t('shot.filter')}
          className="compact"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', text: t('shot.all') },
            { value: 'circled', text: t('shot.circledCount', { count: circled }) },
            { value: 'rejected', text: t('shot.rejectedCount', { count: rejected }) },
          ]}
        />
      </header>
      <div className="take-row" ref={scroller}>
        <ul style={{ width: Math.max(0, virtual.getTotalSize() - gap) }}>
          {virtual.getVirtualItems().map((row) => (
            <li key={row.key} style={{ transform: `translateX(${row.start}px)`, width: cellWidth }}>
              <StripCell item={items[row.index]!} current={current?.id} selectedId={selectedId} onShow={onShow} />
            </li>
          ))}
        </ul>
        {items.length === 0 && <p className="faint take-none">{t(filter === 'all' ? 'shot.noTakes' : 'shot.noneHere')}</p>}
      </div>
    </section>
  );
}
