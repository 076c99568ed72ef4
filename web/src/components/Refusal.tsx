import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { Button } from './Button';

/** Why something did not happen, in words, where it was tried. */
export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = asProblem(error);
  const lines = problem.unreachable ? [t('common.unreachable')] : problem.lines;
  return (
    <div className="refusal" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div className="grow">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {problem.traceId && problem.status >= 500 && <p className="faint">{t('common.trace', { id: problem.traceId })}</p>}
      </div>
      {onRetry && (
        <Button compact look="line" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
    </div>
  );
}
