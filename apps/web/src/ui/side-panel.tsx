import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

interface Props {
  title: string;
  onClose: () => void;
  /** what it shows: focus moves to the panel when it changes */
  subject: string;
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * Stands beside what it explains and leaves it usable. Esc closes it and gives the focus back to where it came from.
 */
export const SidePanel = ({ title, onClose, subject, footer, children }: Props) => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    opener.current = document.activeElement;
    heading.current?.focus({ preventScroll: true });
  }, [subject]);

  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const latest = useRef(close);
  latest.current = close;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <aside className="card side-panel" aria-label={title} data-testid="side-panel">
      <header>
        <h2 ref={heading} tabIndex={-1} className="grow">
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label={t('ui.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="content" tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
      {footer && <footer>{footer}</footer>}
    </aside>
  );
};
