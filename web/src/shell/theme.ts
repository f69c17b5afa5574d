import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const osteon: MantineColorsTuple = [
  '#eef6f6',
  '#d9eaea',
  '#b3d5d5',
  '#87bcbd',
  '#5fa3a6',
  '#3f8d91',
  '#247a7f',
  '#14686e',
  '#0b5a61',
  '#06464c',
];

/** Calm and dense: one dark teal, small radii, 14 px text in the system's own font. Shade 8 keeps WCAG AA contrast for white on colour. */
export const theme = createTheme({
  primaryColor: 'osteon',
  primaryShade: 8,
  colors: { osteon },
  black: '#1b2429',
  fontFamily: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
  },
});

/** Mantine's own red for errors and grey for hints stay below WCAG AA on white; these are the words' colours of theme.css. */
export const quietColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': '#667077',
  },
  dark: {},
});
