import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { normalised } from './document-number.ts';

interface Props {
  label: string;
  value: string;
  fault: string | undefined;
  onChange: (documentNumber: string) => void;
}

/** 发文字号. Other brackets are turned into 〔〕 when the field is left: most keyboards have none. */
export const DocumentNumberField = ({ label, value, fault, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={t('incident.numberHint')} fault={fault}>
      {(wiring) => (
        <input
          {...wiring}
          className="input"
          name="documentNumber"
          autoComplete="off"
          maxLength={24}
          placeholder="演纪〔2025〕7号"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onBlur={() => onChange(normalised(value))}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) onChange(normalised(value));
          }}
        />
      )}
    </Field>
  );
};
