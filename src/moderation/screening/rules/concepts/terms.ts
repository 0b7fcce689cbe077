/** Terms parted by commas. */
export type Terms = string;
