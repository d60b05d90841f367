/** What a chart draws of one thing. */
export type TrendSeries = {
  /** Named in the legend where there are two or more. */
  readonly label: string;
  /** One for each period, from nothing up. */
  readonly values: readonly number[];
};
