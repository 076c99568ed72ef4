import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '@/api/generated/director';
import { asProblem } from '@/api/problem';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { frameRates, aspectRatios } from '@/film/formats';
import { NotForYou } from '@/components/NotForYou';
import { Panel } from '@/components/Panel';
import { say } from '@/state/undo';
import { useUpdateWorkspace } from './api/update-workspace';
import { formOf, numberOf, patchOf, type WorkspaceForm } from './settings-patch';

/** Its name, its limits, and what new films begin with. */
export function WorkspaceSettings({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const may = useMay();
  const update = useUpdateWorkspace(workspace.id);
  const [form, setForm] = useState(() => formOf(workspace));
  const patch = patchOf(workspace, form);
  const noNumber = (text: string) => Number.isNaN(numberOf(text));
  const bad = noNumber(form.quota) || noNumber(form.budget);
  const problem = update.error ? asProblem(update.error) : null;
  const named = Object.entries(problem?.errors ?? {});
  const errors = (path: string, field: keyof WorkspaceForm) => [
    ...named.filter(([at]) => at === path || at === `settings.${path}`).flatMap(([, reasons]) => reasons),
    ...((field === 'quota' || field === 'budget') && noNumber(form[field]) ? [t('workspace.noNumber')] : []),
  ];
  const paths = {
    name: 'name',
    slug: 'slug',
    quota: 'storageQuotaBytes',
    budget: 'monthlyBudget',
    scheme: 'shotCodeScheme',
  } as const;
  const set = (field: keyof typeof paths) => ({
    value: form[field],
    disabled: !may.administer,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [field]: event.target.value }),
    errors: errors(paths[field], field),
  });
  const placed = Object.entries(paths).some(([field, path]) => errors(path, field as keyof WorkspaceForm).length > 0);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    update.mutate({ patch, version: workspace.version }, { onSuccess: () => say(t('people.saved')) });
  };
  /** A value that was set through the API and is none of ours stays to be seen. */
  const withCurrent = (options: readonly (readonly [string, string])[], value: string) =>
    value === '' || options.some(([option]) => option === value) ? options : [...options, [value, value] as const];
  return (
    <Panel title={t('workspace.settings')} text={!may.administer && <NotForYou />}>
      <form className="panel-form" onSubmit={submit}>
        <Field label={t('workspace.name')} required maxLength={200} {...set('name')} />
        <Field label={t('workspace.slug')} hint={t('workspace.slugHint')} required maxLength={100} {...set('slug')} />
        <Field
          label={t('workspace.quota')}
          hint={t('workspace.noLimitHint')}
          inputMode="decimal"
          placeholder={t('workspace.noLimit')}
          {...set('quota')}
        />
        <Field
          label={t('workspace.budget', { currency: workspace.currency })}
          hint={t('workspace.noLimitHint')}
          inputMode="decimal"
          placeholder={t('workspace.noLimit')}
          {...set('budget')}
        />
        <Field
          label={t('workspace.scheme')}
          hint={t('workspace.schemeHint')}
          placeholder="SH{0000}"
          maxLength={100}
          {...set('scheme')}
        />
        <Choice
          label={t('workspace.rate')}
          value={form.rate}
          disabled={!may.administer}
          onChange={(rate) => setForm({ ...form, rate })}
          options={withCurrent([['', t('workspace.usual', { value: '24 fps' })], ...frameRates], form.rate)}
        />
        <Choice
          label={t('workspace.aspect')}
          value={form.aspect}
          disabled={!may.administer}
          onChange={(aspect) => setForm({ ...form, aspect })}
          options={withCurrent([['', t('workspace.usual', { value: '16:9' })], ...aspectRatios], form.aspect)}
        />
        {problem && !placed && <Refusal error={problem} />}
        {may.administer && (
          <div>
            <Button type="submit" look="accent" disabled={update.isPending || bad || Object.keys(patch).length === 0}>
              {t('people.save')}
            </Button>
          </div>
        )}
      </form>
    </Panel>
  );
}
