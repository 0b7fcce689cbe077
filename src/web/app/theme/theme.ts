import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** The real colours are in colours.css; Mantine only wants to know the name and that there are ten. */
const accent: MantineColorsTuple = [
  '#fbeee6',
  '#f7e0d3',
  '#f0c0a8',
  '#ffab8f',
  '#ff9270',
  '#d6543a',
  '#b3311d',
  '#962413',
  '#7d1d10',
  '#5e150b',
];

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent },
  fontFamily: 'var(--mantine-font-family)',
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  /* The accent is dark by day and light by night: what stands on it goes with it. */
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours;
  },
});
