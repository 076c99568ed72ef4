import { FileUp, Link2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Content } from '@/api/types';
import { Button } from '@/components/Button';
import { Refusal } from '@/components/Refusal';
import { cx } from '@/lib/cx';
import { useTakeIn } from './api/take-in-content';
import { useUpload } from './api/upload-content';

/** Takes a text in: by its link, or as a file that is chosen or dropped. */
export function AddContent({ onAdded }: { onAdded(content: Content): void }) {
  const { t } = useTranslation();
  const takeIn = useTakeIn();
  const upload = useUpload();
  const [url, setUrl] = useState('');
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const address = url.trim();

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    upload.reset();
    // People paste what their browser shows, which leaves the scheme out.
    takeIn.mutate(
      { url: /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}` },
      {
        onSuccess: (content) => {
          setUrl('');
          onAdded(content);
        },
      },
    );
  };
  const take = (files: FileList | null) => {
    takeIn.reset();
    for (const file of files ?? []) upload.mutate(file, { onSuccess: onAdded });
  };

  return (
    <section
      className={cx('drop', 'content-add', over && 'over')}
      aria-label={t('content.add')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <form className="content-link" onSubmit={submit}>
        <label className="field grow">
          <span className="field-label">{t('content.link')}</span>
          <input
            className="input"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <Button look="accent" type="submit" disabled={address === '' || takeIn.isPending}>
          <Link2 size={16} aria-hidden />
          {t('content.takeIn')}
        </Button>
        <Button look="line" disabled={upload.isPending} onClick={() => chooser.current?.click()}>
          <FileUp size={16} aria-hidden />
          {t('content.choose')}
        </Button>
      </form>
      <p className="faint small">{t('content.formats')}</p>
      <Refusal error={takeIn.error ?? upload.error} />
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".pdf,.txt,.md,.fountain,.spmd,.fdx,.html,.htm"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </section>
  );
}
