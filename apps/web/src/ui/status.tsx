import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'grey' | 'green' | 'ochre' | 'plum' | 'blue';

interface Props {
  icon: IconName;
  tone?: Tone | undefined;
  /** without a background, inside a table */
  bare?: boolean | undefined;
  children: ReactNode;
}

/** A state as icon, words and colour, always all three. */
export const Status = ({ icon, tone = 'grey', bare, children }: Props) => (
  <span className={`status ${tone}${bare ? ' bare' : ''}`}>
    <Icon name={icon} />
    {children}
  </span>
);
