import { theme, type ThemeConfig } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useStored } from './stored.ts';

export type Scheme = 'light' | 'dark';

const hei =
  "'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'WenQuanYi Zen Hei', sans-serif";

/** The tokens of ui/tokens.css in antd's words. Ink-blue is the primary colour; vermilion belongs to the button alone. */
const palettes = {
  light: {
    vermilion: { fill: '#A3311C', hover: '#8A2715' },
    token: {
      colorPrimary: '#1D5078',
      colorInfo: '#1D5078',
      colorLink: '#1D5078',
      colorSuccess: '#2B6544',
      colorWarning: '#7C5309',
      colorError: '#8A1F4D',
      colorBgLayout: '#F4F1EA',
      colorBgContainer: '#FFFDF9',
      colorBgElevated: '#FFFDF9',
      colorBorder: '#8F8778',
      colorBorderSecondary: '#DED8CB',
      colorSplit: '#DED8CB',
      colorText: '#24211C',
      colorTextHeading: '#24211C',
      colorTextSecondary: '#565046',
      colorTextTertiary: '#6B6458',
      colorTextDescription: '#6B6458',
      colorTextPlaceholder: '#6B6458',
      colorFillAlter: '#FAF7F0',
      controlItemBgHover: '#F1EDE3',
      controlItemBgActive: '#E7EEF4',
    },
  },
  dark: {
    vermilion: { fill: '#BC3F28', hover: '#A93721' },
    token: {
      colorPrimary: '#8DBDE3',
      colorInfo: '#8DBDE3',
      colorLink: '#8DBDE3',
      colorSuccess: '#86C79D',
      colorWarning: '#E2B75F',
      colorError: '#F08DB0',
      colorBgLayout: '#161513',
      colorBgContainer: '#1F1D1A',
      colorBgElevated: '#1F1D1A',
      colorBorder: '#827A6C',
      colorBorderSecondary: '#3A3732',
      colorSplit: '#3A3732',
      colorText: '#ECE7DD',
      colorTextHeading: '#ECE7DD',
      colorTextSecondary: '#BDB6A9',
      colorTextTertiary: '#A0988B',
      colorTextDescription: '#A0988B',
      colorTextPlaceholder: '#A0988B',
      colorFillAlter: '#262420',
      controlItemBgHover: '#2E2B27',
      controlItemBgActive: '#1B2C3A',
    },
  },
} as const;

/** antd's theme for a colour scheme. */
export const themeOf = (scheme: Scheme): ThemeConfig => {
  const { token, vermilion } = palettes[scheme];
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...token,
      fontFamily: hei,
      fontSize: 14,
      borderRadius: 4,
      borderRadiusLG: 6,
      controlHeight: 32,
      controlHeightSM: 26,
      wireframe: false,
    },
    components: {
      Button: {
        colorPrimary: vermilion.fill,
        colorPrimaryHover: vermilion.hover,
        colorPrimaryActive: vermilion.hover,
        primaryColor: '#FFFFFF',
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        defaultHoverColor: token.colorPrimary,
        defaultHoverBorderColor: token.colorPrimary,
        defaultActiveColor: token.colorPrimary,
        defaultActiveBorderColor: token.colorPrimary,
      },
      Select: { optionSelectedBg: token.controlItemBgActive, optionActiveBg: token.controlItemBgHover },
      Table: {
        headerBg: token.colorFillAlter,
        headerColor: token.colorTextSecondary,
        headerSplitColor: 'transparent',
        cellFontSizeSM: 13,
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 8,
      },
    },
  };
};

const system = matchMedia('(prefers-color-scheme: dark)');
const subscribe = (listener: () => void) => {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
};

/** The scheme chosen here, or else the system's. `choose(null)` follows the system again. */
export const useScheme = () => {
  const [stored, store] = useStored('scheme');
  const ofSystem: Scheme = useSyncExternalStore(subscribe, () => system.matches) ? 'dark' : 'light';
  const chosen: Scheme | null = stored === 'dark' || stored === 'light' ? stored : null;
  const scheme = chosen ?? ofSystem;
  useEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
  }, [scheme]);
  return { scheme, chosen, choose: (next: Scheme | null) => store(next) };
};
