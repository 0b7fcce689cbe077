import { customType } from 'drizzle-orm/pg-core';

/** A moment as the domain writes it, kept as `timestamptz(3)` so that the database can compare it. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});
