import type { News } from './news.ts';
import type { Records } from './records.ts';

/** An opened database with its tables up to date. */
export interface OpenRecords {
  description: string;
  shared: boolean;
  records: Records;
  news: News;
  close(): Promise<void>;
}
