import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const qafila: MantineColorsTuple = [
  '#e8f4ef',
  '#cfe6dc',
  '#a3d1bd',
  '#74bb9c',
  '#4aa57f',
  '#2b9069',
  '#1b7f5a',
  '#0b6e4f',
  '#085a41',
  '#064532',
];

/** Mantine's neutrals replaced by ours, so that inputs, disabled and segmented controls stay in the family. */
const gray: MantineColorsTuple = [
  '#faf8f3',
  '#f4f1e9',
  '#ebe6da',
  '#e4dfd3',
  '#cdc6b6',
  '#a59d8b',
  '#7d786c',
  '#5d6b63',
  '#3a453f',
  '#17211c',
];
const dark: MantineColorsTuple = [
  '#e8edea',
  '#c5cec9',
  '#9fada6',
  '#7b8a92',
  '#45525b',
  '#2a343b',
  '#1f2930',
  '#182026',
  '#131a1f',
  '#10161a',
];

const fontFamily = 'var(--q-font)';

const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant === 'light') {
    return {
      ...resolved,
      background: 'var(--q-accent-soft)',
      hover: 'var(--q-accent-soft-hover)',
      color: 'var(--q-accent-text)',
    };
  }
  if (input.variant === 'subtle' && input.color === 'gray') {
    return { ...resolved, color: 'var(--q-muted)', hover: 'var(--q-hover)' };
  }
  if (input.variant === 'subtle' && input.color === 'red') {
    return { ...resolved, color: 'var(--q-danger)', hover: 'var(--q-danger-soft)' };
  }
  if (input.variant === 'subtle') {
    return { ...resolved, color: 'var(--q-accent-text)', hover: 'var(--q-accent-soft)' };
  }
  if (input.variant === 'filled' && input.color === 'red') {
    return { ...resolved, background: 'var(--q-danger-fill)', hover: 'var(--q-danger-fill)' };
  }
  return resolved;
};

export const theme = createTheme({
  fontFamily,
  fontFamilyMonospace: fontFamily,
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '32px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  defaultRadius: 'md',
  colors: { qafila, gray, dark },
  primaryColor: 'qafila',
  // Dark fills with index 6, so that white text keeps 4.5:1.
  primaryShade: { light: 7, dark: 6 },
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { fw: 600 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { radius: 'md', centered: true } },
    Menu: { defaultProps: { radius: 'md', shadow: 'md' } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Notification: { styles: { description: { color: 'var(--q-ink)' } } },
  },
  variantColorResolver,
});

/** Points Mantine's own variables at our tokens, for both schemes at once. */
const variables = {
  '--mantine-color-body': 'var(--q-surface)',
  '--mantine-color-text': 'var(--q-ink)',
  '--mantine-color-dimmed': 'var(--q-muted)',
  '--mantine-color-placeholder': 'var(--q-muted)',
  '--mantine-color-default': 'var(--q-surface)',
  '--mantine-color-default-hover': 'var(--q-hover)',
  '--mantine-color-default-border': 'var(--q-line-strong)',
  '--mantine-color-default-color': 'var(--q-ink)',
  '--mantine-color-error': 'var(--q-danger)',
  '--mantine-color-anchor': 'var(--q-accent-text)',
};

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
