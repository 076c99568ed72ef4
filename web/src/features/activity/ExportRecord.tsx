import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Menu, MenuItem, MenuLabel } from '@/components/Menu';
import { base } from '@/lib/base';
import { say } from '@/state/undo';

/** The whole record as a file, for those who administer the workspace. The browser writes it to disk as it comes: it may be long. */
export function ExportRecord() {
  const { t } = useTranslation();
  const may = useMay().administer;
  if (!may) return null;
  const save = (format: string) => {
    const link = document.createElement('a');
    link.href = `${base}/api/events/export?format=${format}`;
    link.download = '';
    link.click();
    say(t('log.exporting'));
  };
  return (
    <Menu
      trigger={
        <Button compact>
          <Download size={14} aria-hidden />
          {t('log.export')}
        </Button>
      }
    >
      <MenuLabel>{t('log.exportHint')}</MenuLabel>
      <MenuItem onSelect={() => save('csv')}>{t('log.csv')}</MenuItem>
      <MenuItem onSelect={() => save('jsonl')}>{t('log.jsonl')}</MenuItem>
    </Menu>
  );
}
