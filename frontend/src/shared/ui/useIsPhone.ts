import { useMediaQuery } from '@mantine/hooks';

/** Where the layout itself is another; what CSS alone can arrange does not ask this. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false;
}
