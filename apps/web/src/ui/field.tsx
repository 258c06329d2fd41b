import { useId, type ReactNode } from 'react';

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface Props {
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  children: (wiring: Wiring) => ReactNode;
}

/** A labelled control. The fault is tied to it, so that a screen reader reads both. */
export const Field = ({ label, hint, fault, children }: Props) => {
  const id = useId();
  const described = fault ? `${id}-fault` : hint ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': Boolean(fault) })}
      {fault ? (
        <div className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </div>
      ) : (
        hint && (
          <div className="note" id={`${id}-hint`}>
            {hint}
          </div>
        )
      )}
    </div>
  );
};
