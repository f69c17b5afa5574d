import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Libraries of the workspace come from their sources: the web builds without building them first.
  resolve: { conditions: ['osteon-source', ...defaultClientConditions] },
  // The content security policy allows no inline script: every asset stays a file.
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
