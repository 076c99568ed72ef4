import { useTranslation } from 'react-i18next';
import type { ImportItem, ImportReport } from '@/api/types';

const kinds = ['new', 'changed', 'moved', 'omitted', 'reinstated'] as const;

/** What an import does, scene by scene, and what could not be read, line by line. */
export function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const nothing = kinds.every((kind) => report[kind].length === 0);
  return (
    <div className="report">
      <dl className="report-counts">
        {kinds.map((kind) => (
          <div key={kind} className={report[kind].length === 0 ? 'none' : undefined}>
            <dt>{t(`script.kinds.${kind}`)}</dt>
            <dd>{report[kind].length}</dd>
          </div>
        ))}
      </dl>
      {nothing && <p className="soft">{t('script.nothing')}</p>}
      {report.problems.length > 0 && (
        <section aria-label={t('script.problems')}>
          <h2>{t('script.problemCount', { count: report.problems.length })}</h2>
          <ul className="report-list">
            {report.problems.map((problem) => (
              <li key={`${problem.line}-${problem.reason}`}>
                <span className="faint report-line">{t('script.line', { line: problem.line })}</span>
                <span>{problem.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {kinds
        .filter((kind) => report[kind].length > 0)
        .map((kind) => (
          <details key={kind} open={report[kind].length <= 12}>
            <summary>
              {t(`script.kinds.${kind}`)} <span className="faint">{report[kind].length}</span>
            </summary>
            <ul className="report-list">
              {report[kind].map((entry, index) => (
                <Entry key={`${entry.code}-${entry.title}-${index}`} entry={entry} />
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function Entry({ entry }: { entry: ImportItem }) {
  const { t } = useTranslation();
  return (
    <li className={entry.kind === 'shot' ? 'report-shot' : undefined}>
      <span className="faint report-line">{entry.code}</span>
      <span className="grow">
        {entry.title}
        {entry.before !== null && entry.after !== null && (
          <span className="faint report-change">
            {entry.before} → {entry.after}
          </span>
        )}
      </span>
      {entry.line !== null && <span className="faint small">{t('script.line', { line: entry.line })}</span>}
    </li>
  );
}
