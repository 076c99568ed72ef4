import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Field } from '@/components/Field';
import { dayOf, type LinkDraft } from './share';

interface Props {
  draft: LinkDraft;
  onDraft(draft: LinkDraft): void;
  /** The server's last refusal: what it says of a field stands at the field. */
  error: unknown;
  /** Shown where a passphrase is set already. */
  passphraseHint?: string;
}

const allowances = ['comment', 'circle', 'select', 'watermark'] as const;

export function LinkFields({ draft, onDraft, error, passphraseHint }: Props) {
  const { t } = useTranslation();
  const errors = error ? asProblem(error).errors : {};
  const set = (change: Partial<LinkDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <Field
        label={t('share.name')}
        hint={t('share.nameHint')}
        required
        maxLength={200}
        value={draft.name}
        errors={errors.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <div className="share-pair">
        <Field
          label={t('share.passphrase')}
          hint={passphraseHint ?? t('share.passphraseHint')}
          minLength={4}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={draft.passphrase}
          errors={errors.passphrase}
          onChange={(event) => set({ passphrase: event.target.value })}
        />
        <Field
          label={t('share.lastDay')}
          hint={t('share.lastDayHint')}
          type="date"
          min={dayOf(new Date())}
          value={draft.lastDay}
          errors={errors.expiresAt}
          onChange={(event) => set({ lastDay: event.target.value })}
        />
      </div>
      <fieldset className="share-allow">
        <legend>{t('share.allow')}</legend>
        {allowances.map((what) => (
          <label key={what} className="check">
            <input type="checkbox" checked={draft[what]} onChange={(event) => set({ [what]: event.target.checked })} />
            <span>
              {t(`share.may.${what}`)}
              <span className="field-hint share-hint">{t(`share.mayHint.${what}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
