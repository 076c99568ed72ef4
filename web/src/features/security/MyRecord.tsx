import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SecurityRecord } from '@/components/SecurityRecord';
import { Panel } from '@/components/Panel';
import { mySecurityEventsQuery } from './api/list-my-security-events';

export function MyRecord() {
  const { t } = useTranslation();
  return (
    <Panel title={t('security.recent')} text={t('security.recentText')}>
      <SecurityRecord record={useInfiniteQuery(mySecurityEventsQuery())} />
    </Panel>
  );
}
