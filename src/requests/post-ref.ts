/** Where a post stands at its platform. `platform` and `id` together are unique. */
export interface PostRef {
  platform: string;
  /** Channel, thread or timeline, in the platform's own ids. */
  channel: string;
  id: string;
}
