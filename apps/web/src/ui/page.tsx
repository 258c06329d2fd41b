import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** states the conclusion, not the module's name */
  title: string;
  crumb?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: crumb, title, actions, body. */
export const Page = ({ title, crumb, actions, children }: Props) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('shell.brand')}`;
  }, [title, t]);
  return (
    <>
      <div className="page-head">
        <div className="grow">
          {crumb && <div className="note">{crumb}</div>}
          <h1>{title}</h1>
        </div>
        {actions}
      </div>
      <div className="page-body">{children}</div>
    </>
  );
};
