import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMyWorkspace } from '@/api/requests/may';

/** Why there is nothing to see or do: the role, and who has it otherwise. */
export function NotForYou() {
  const { t } = useTranslation();
  const role = useMyWorkspace()?.role;
  if (!role) return null;
  return (
    <p className="status">
      <Lock size={14} aria-hidden />
      {t('people.notForYou', { role: t(`roles.names.${role}`) })}
    </p>
  );
}
