import { useTranslation } from 'react-i18next';
import { StatusMark } from './StatusMark';

export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="blank" role="status">
      <StatusMark mark="generating" size={20} label={t('common.loading')} />
    </div>
  );
}
