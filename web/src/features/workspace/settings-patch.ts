import type { Workspace, WorkspacePatch } from '@/api/generated/director';

/** The settings as the form holds them: texts, an empty one for "as usual" or "no limit". */
export interface WorkspaceForm {
  name: string;
  slug: string;
  /** In gigabytes of 10⁹ bytes. */
  quota: string;
  budget: string;
  scheme: string;
  rate: string;
  aspect: string;
}

export const bytesPerGigabyte = 1_000_000_000;

export const formOf = ({ name, slug, settings }: Workspace): WorkspaceForm => ({
  name,
  slug,
  quota: settings.storageQuotaBytes === null ? '' : String(settings.storageQuotaBytes / bytesPerGigabyte),
  budget: settings.monthlyBudget === null ? '' : String(settings.monthlyBudget),
  scheme: settings.shotCodeScheme ?? '',
  rate: settings.defaultFrameRate ?? '',
  aspect: settings.defaultAspectRatio ?? '',
});

/** A number as people write it, with a comma too; null when nothing is written, NaN when it is no number of ours. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return value >= 0 && Number.isFinite(value) ? value : NaN;
}

/** What differs from what is stored, as the server takes it: absent stays, null is taken away. */
export function patchOf(stored: Workspace, form: WorkspaceForm): WorkspacePatch {
  const before = formOf(stored);
  const changed = (field: keyof WorkspaceForm) => form[field].trim() !== before[field];
  const text = (field: keyof WorkspaceForm) => form[field].trim() || null;
  const quota = numberOf(form.quota);
  const settings = {
    ...(changed('quota') && { storageQuotaBytes: quota === null ? null : Math.round(quota * bytesPerGigabyte) }),
    ...(changed('budget') && { monthlyBudget: numberOf(form.budget) }),
    ...(changed('scheme') && { shotCodeScheme: text('scheme') }),
    ...(changed('rate') && { defaultFrameRate: text('rate') }),
    ...(changed('aspect') && { defaultAspectRatio: text('aspect') }),
  };
  return {
    ...(changed('name') && { name: form.name.trim() }),
    ...(changed('slug') && { slug: form.slug.trim() }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}
