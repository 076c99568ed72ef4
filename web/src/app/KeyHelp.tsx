import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/Dialog';
import { Keycaps } from '@/components/Keycaps';
import { actionName, keyActions, type Scope } from '@/keys/actions';
import './overlays.css';

const scopes: Scope[] = ['everywhere', 'board', 'shot', 'player'];

export default function KeyHelp({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} onClose={onClose} className="wide">
      <div className="dialog-body key-help">
        {scopes.map((scope) => (
          <section key={scope}>
            <h3>{t(`keys.scopes.${scope}`)}</h3>
            <dl>
              {keyActions
                .filter((entry) => entry.scope === scope)
                .map((entry) => (
                  <div key={entry.id}>
                    <dt>{t(`keys.actions.${entry.id}`)}</dt>
                    <dd>
                      <Keycaps action={actionName(entry)} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
