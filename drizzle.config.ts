import { defineConfig } from 'drizzle-kit';

/** Writes migrations from the schema: `npx drizzle-kit generate --name what-changed`. They are applied at every start. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/store/schema.ts',
  out: './src/store/migrations',
  casing: 'snake_case',
});
