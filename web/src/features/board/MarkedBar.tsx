import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';

interface Props {
  count: number;
  onGenerate(): void;
  onMove(): void;
  onClear(): void;
}

export function MarkedBar({ count, onGenerate, onMove, onClear }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="marked-bar" role="region" aria-label={t('board.marked', { count })}>
      <span className="strong">{t('board.marked', { count })}</span>
      <span className="grow" />
      {may.edit && (
        <Button onClick={onMove}>
          {t('board.moveTo')}
          <Keycaps action="board.moveTo" />
        </Button>
      )}
      {may.generate && (
        <Button look="accent" onClick={onGenerate}>
          {t('board.generateFourEach')}
          <Keycaps action="board.generateMarked" />
        </Button>
      )}
      <Button look="ghost" onClick={onClear}>
        {t('board.clearMarks')}
      </Button>
    </div>
  );
}
