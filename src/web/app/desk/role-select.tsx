import { CURATOR_ROLES } from '../../../requests/index.ts';
import type { PageKey } from '../../../wording/pages.ts';
import type { Role } from '../api/use-invite.ts';
import { useLanguage } from '../language/language-context.ts';

const ROLE_TEXT = {
  viewer: 'roleViewer',
  curator: 'roleCurator',
  lead: 'roleLead',
  operator: 'roleOperator',
} as const satisfies Record<Role, PageKey>;

interface RoleSelectProps {
  label: string;
  value: Role;
  /** Only an operator gives every role. */
  mine: Role;
  onChange: (role: Role) => void;
}

/** Chooses what somebody at the desk may do. */
export function RoleSelect({ label, value, mine, onChange }: RoleSelectProps) {
  const { say } = useLanguage();
  const offered = CURATOR_ROLES.filter((one) => mine === 'operator' || one === 'viewer' || one === 'curator');
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as Role)}>
      {offered.map((one) => (
        <option key={one} value={one}>
          {say(ROLE_TEXT[one])}
        </option>
      ))}
    </select>
  );
}

export function useRoleText(): (role: Role) => string {
  const { say } = useLanguage();
  return (role) => say(ROLE_TEXT[role]);
}
