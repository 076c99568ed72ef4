import { useTranslation } from 'react-i18next';
import { ChangePassword } from './ChangePassword';
import { MyRecord } from './MyRecord';
import { Passkeys } from './Passkeys';
import { Sessions } from './Sessions';
import { TwoSteps } from './TwoSteps';

/** Everything one signs in with, and where one is signed in. */
export default function SecurityPage() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('security.title')}</h1>
      <ChangePassword />
      <TwoSteps />
      <Passkeys />
      <Sessions />
      <MyRecord />
    </>
  );
}
