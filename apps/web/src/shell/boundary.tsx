import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/states.tsx';

const Failed = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  return (
    <div style={{ padding: 20 }}>
      <ProblemAlert
        error={error}
        what={t('ui.pageFailed')}
        safe={t('ui.recordsSafe')}
        retry={() => location.reload()}
      />
    </div>
  );
};

/** A page that breaks says so; the most likely cause is a chunk of an older version after an upgrade. */
export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError = (error: unknown) => ({ error });

  override render() {
    return this.state.error ? <Failed error={this.state.error} /> : this.props.children;
  }
}
