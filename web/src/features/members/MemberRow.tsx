import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/generated/director';
import { useMay } from '@/api/requests/may';
import { Button } from '@/components/Button';
import { initials } from '@/lib/format';
import { rolesToGive } from './roles';

interface Props {
  member: Member;
  /** The one who looks. */
  self: boolean;
  /** A workspace keeps one owner: this one can neither leave nor become anything else. */
  lastOwner: boolean;
  busy: boolean;
  onRole(role: string): void;
  onRemove(): void;
}

export function MemberRow({ member, self, lastOwner, busy, onRole, onRemove }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const manages = may.administer && (may.own || member.role !== 'owner');
  const why = lastOwner ? t('members.lastOwner') : undefined;
  return (
    <li>
      <span className="avatar" aria-hidden>
        {initials(member.name)}
      </span>
      <div className="grow">
        <h3>
          {member.name}
          {self && <span className="chip">{t('members.you')}</span>}
          {member.disabled && <span className="chip">{t('members.disabled')}</span>}
        </h3>
        <p className="small faint">{member.email}</p>
        {why && (manages || self) && <p className="small faint">{why}</p>}
      </div>
      {manages ? (
        <select
          className="input"
          aria-label={t('members.roleOf', { name: member.name })}
          title={why ?? t(`roles.may.${member.role}`)}
          value={member.role}
          disabled={busy || lastOwner}
          onChange={(event) => onRole(event.target.value)}
        >
          {rolesToGive(may.own).map((role) => (
            <option key={role} value={role}>
              {t(`roles.names.${role}`)}
            </option>
          ))}
        </select>
      ) : (
        <span className="small soft" title={t(`roles.may.${member.role}`)}>
          {t(`roles.names.${member.role}`)}
        </span>
      )}
      {(manages || self) && (
        <Button look="line" compact disabled={lastOwner} title={why} onClick={onRemove}>
          {t(self ? 'members.leave' : 'people.remove')}
          <span className="visually-hidden"> {member.name}</span>
        </Button>
      )}
    </li>
  );
}
