import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { estimateQuery } from '@/api/requests/estimate-generation';
import { modelsOf, providersQuery } from '@/api/requests/list-models';
import type { Asset } from '@/api/types';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { Refusal } from '@/components/Refusal';
import { formatMoney, isFree } from '@/lib/format';
import { useGenerateImages } from './api/generate-images';
import { imagesRequest, type ImagesDraft } from './images-request';

const counts = [1, 2, 4, 8, 16];

/** How many more pictures, of what, by whom, and what they would cost. */
export function GenerateMore({ asset, onDone }: { asset: Asset; onDone(): void }) {
  const { t, i18n } = useTranslation();
  const models = modelsOf(useQuery(providersQuery()).data ?? []).filter(({ kind }) => kind === 'image');
  const generate = useGenerateImages(asset.id);
  const [draft, setDraft] = useState<ImagesDraft>({ count: 4, prompt: '', negativePrompt: '', seed: '', model: '' });
  const set = (change: Partial<ImagesDraft>) => setDraft({ ...draft, ...change });
  const request = imagesRequest(draft);
  const model =
    models.find((entry) => `${entry.provider}/${entry.id}` === draft.model) ?? models.find((entry) => entry.available);
  const estimate = useQuery({
    ...estimateQuery(model?.provider ?? '', model?.id ?? '', draft.count),
    enabled: model !== undefined && model.available && !isFree(model.price),
  }).data;
  const money = (value: { amount: number; currency: string }) => formatMoney(value, i18n.language);
  return (
    <form
      className="generate-more"
      onSubmit={(event) => {
        event.preventDefault();
        if (request) generate.mutate(request, { onSuccess: onDone });
      }}
    >
      <Field
        label={t('library.saidBesides')}
        maxLength={2_000}
        placeholder={t('library.saidBesidesPlaceholder')}
        value={draft.prompt}
        onChange={(event) => set({ prompt: event.target.value })}
      />
      <Field
        label={t('recipe.leaveOut')}
        maxLength={2_000}
        value={draft.negativePrompt}
        onChange={(event) => set({ negativePrompt: event.target.value })}
      />
      <Choice
        label={t('recipe.model')}
        value={draft.model}
        onChange={(value) => set({ model: value })}
        options={[
          ['', t('recipe.modelDefault')],
          ...models
            .filter((entry) => entry.available)
            .map(
              (entry) =>
                [
                  `${entry.provider}/${entry.id}`,
                  `${entry.label} · ${isFree(entry.price) ? t('queue.free') : money(entry.price)}`,
                ] as const,
            ),
        ]}
      />
      <Choice
        label={t('library.howMany')}
        value={String(draft.count)}
        onChange={(count) => set({ count: Number(count) })}
        options={counts.map((count) => [String(count), String(count)] as const)}
      />
      <Field
        label={t('recipe.seed')}
        inputMode="numeric"
        placeholder={t('recipe.seedNew')}
        value={draft.seed}
        errors={request ? [] : [t('recipe.seedBad')]}
        onChange={(event) => set({ seed: event.target.value.trim() })}
      />
      <div className="row generate-more-foot">
        <Button type="submit" look="accent" disabled={!request || generate.isPending}>
          {t('recipe.generate')}
        </Button>
        <span className="small soft">
          {estimate
            ? `${estimate.count} × ${money(estimate.each)} ≈ ${money(estimate.total)}`
            : model && isFree(model.price)
              ? t('recipe.free', { count: draft.count })
              : ''}
        </span>
      </div>
      <Refusal error={generate.error} />
    </form>
  );
}
