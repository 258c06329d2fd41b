import { useEffect, useRef, useState, type ReactNode } from 'react';

interface Props {
  label: string;
  button: ReactNode;
  className?: string | undefined;
  testId?: string | undefined;
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel; Esc, a click outside or a choice inside closes it. */
export const Popover = ({ label, button, className, testId, children }: Props) => {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const onPointer = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [open]);

  return (
    <div ref={root} className={`popover-root ${className ?? ''}`}>
      <button
        ref={trigger}
        type="button"
        aria-label={label}
        aria-expanded={open}
        data-testid={testId}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && <div className="card popover">{children(() => setOpen(false))}</div>}
    </div>
  );
};
