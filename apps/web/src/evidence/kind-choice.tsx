import type { Rubric } from '@mofan/rubric/rubric';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/segmented.tsx';

interface Props {
  rubric: Rubric;
  kind: string;
  onChange: (kind: string) => void;
}

/** 类别: the groups that the table declares, and within a group of several its kinds. */
export const KindChoice = ({ rubric, kind, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const kinds = rubric.evidenceKinds;
  const groups = [...new Set(kinds.map(({ group }) => group))];
  const group = kinds.find(({ id }) => id === kind)?.group ?? '';
  const inGroup = kinds.filter((each) => each.group === group);
  const titleOf = (code: string) => {
    const key = `evidence.group.${code}`;
    return i18n.exists(key)
      ? t(key as 'evidence.group.other')
      : (kinds.find((each) => each.group === code)?.title ?? code);
  };
  return (
    <div className="form" style={{ gap: 6 }}>
      <span className="small text2">{t('evidence.kind')}</span>
      <Segmented
        label={t('evidence.kind')}
        value={group}
        options={groups.map((value) => ({ value, label: titleOf(value) }))}
        onChange={(next) => onChange(kinds.find((each) => each.group === next)?.id ?? kind)}
      />
      {inGroup.length > 1 && (
        <select
          className="input"
          aria-label={titleOf(group)}
          value={kind}
          onChange={({ target }) => onChange(target.value)}
        >
          {inGroup.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
