import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/Button';
import { Keycaps } from '@/components/Keycaps';
import { actionName, keyActions, type Scope } from '@/keys/actions';
import { comboOf } from '@/keys/combo';
import { conflictOf, useKeymap } from '@/keys/keymap';

const scopes: Scope[] = ['everywhere', 'board', 'shot', 'player'];

/** Every key can be given another, and all of them can be switched off. */
export default function ShortcutsPage() {
  const { t } = useTranslation();
  const { enabled, setEnabled, overrides, remap } = useKeymap();
  const [listening, setListening] = useState<string | null>(null);
  const [clash, setClash] = useState<{ name: string; other: string } | null>(null);

  const onPress = (name: string) => (event: React.KeyboardEvent) => {
    if (listening !== name || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setListening(null);
    const combo = comboOf(event.nativeEvent);
    if (combo === null) return;
    const other = conflictOf(name, combo, overrides);
    setClash(other ? { name, other } : null);
    if (other) return;
    remap(name, [combo]);
    setListening(null);
  };
  const label = (name: string) => t(`keys.actions.${name.split('.')[1]}`);

  return (
    <>
      <div className="page-head">
        <h1 className="grow">{t('settings.shortcuts')}</h1>
        <Button
          look="line"
          disabled={Object.keys(overrides).length === 0}
          onClick={() => Object.keys(overrides).forEach((name) => remap(name, null))}
        >
          {t('settings.resetAll')}
        </Button>
      </div>
      <label className="check">
        <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
        {t('settings.keysEnabled')}
      </label>
      {scopes.map((scope) => (
        <section key={scope}>
          <h2 className="settings-heading">{t(`keys.scopes.${scope}`)}</h2>
          <ul className="shortcut-list">
            {keyActions
              .filter((entry) => entry.scope === scope)
              .map((entry) => {
                const name = actionName(entry);
                return (
                  <li key={name}>
                    <span className="grow">{t(`keys.actions.${entry.id}`)}</span>
                    {clash?.name === name && (
                      <span className="field-error" role="alert">
                        {t('settings.clash', { action: label(clash.other) })}
                      </span>
                    )}
                    <button
                      type="button"
                      className="button line shortcut-key"
                      onClick={() => {
                        setClash(null);
                        setListening(name);
                      }}
                      onBlur={() => setListening(null)}
                      onKeyDown={onPress(name)}
                    >
                      <span className="visually-hidden">{t('settings.change', { action: label(name) })}</span>
                      {listening === name ? t('settings.press') : <Keycaps action={name} />}
                    </button>
                    <Button look="ghost" compact disabled={!(name in overrides)} onClick={() => remap(name, null)}>
                      {t('settings.reset')}
                    </Button>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </>
  );
}
