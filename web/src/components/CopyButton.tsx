import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '@/lib/copy';
import { Button } from './Button';

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <Button look="line" onClick={() => void copyText(text).then((done) => setState(done ? 'copied' : 'refused'))}>
      <Icon size={16} aria-hidden />
      <span role="status">
        {state === 'copied' ? t('people.copied') : state === 'refused' ? t('people.copyByHand') : (label ?? t('people.copy'))}
      </span>
    </Button>
  );
}
