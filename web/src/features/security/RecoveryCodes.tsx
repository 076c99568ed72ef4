import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { CopyButton } from '@/components/CopyButton';
import { saveFile } from '@/lib/save';
import { recoveryFile } from './codes';

/** Shown this once: without them and without the app, only whoever runs the server can help. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const { t } = useTranslation();
  const keep = () =>
    saveFile(
      new Blob([recoveryFile(t('security.recoveryHeading', { host: window.location.host }), codes)], { type: 'text/plain' }),
      'director-recovery-codes.txt',
    );
  return (
    <div className="stack" role="group" aria-label={t('security.recoveryCodes')}>
      <h3>{t('security.recoveryCodes')}</h3>
      <p className="soft">{t('security.recoveryText')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <CopyButton text={codes.join('\n')} />
        <Button look="line" onClick={keep}>
          <Download size={16} aria-hidden />
          {t('people.download')}
        </Button>
        <Button look="accent" onClick={onDone}>
          {t('security.codesKept')}
        </Button>
      </div>
    </div>
  );
}
