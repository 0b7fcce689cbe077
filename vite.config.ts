import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages into `dist/web`; `vite` alone serves them with reload and asks the running app for everything else. */
export default defineConfig({
  root: 'src/web/app',
  plugins: [react()],
  /* The server writes some of these classes too, so they are named after what they are. */
  css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    /* Nothing inline: the pages' security policy knows no data: sources. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    /* The pages that the server writes find their files by it. */
    manifest: true,
    rolldownOptions: { input: ['src/web/app/index.html', 'src/web/app/gallery/gallery.ts'] },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/files': 'http://127.0.0.1:3000',
      '/results': 'http://127.0.0.1:3000',
      '/board': 'http://127.0.0.1:3000',
      '/clips': 'http://127.0.0.1:3000',
    },
  },
});
