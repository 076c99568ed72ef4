import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const fake = process.env.DIRECTOR_FAKE === '1';

export default defineConfig({
  // Files are named relatively; the server writes the path the app lies below into the page.
  base: './',
  plugins: [react(), ...(fake ? [(await import('./src/testing/fake-backend/plugin')).fakeBackend()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    // The fake answers /api itself; otherwise everything under /api belongs to a running server.
    proxy: fake ? undefined : { '/api': { target: process.env.DIRECTOR_API ?? 'http://localhost:5080', changeOrigin: false } },
  },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // The content security policy refuses inline scripts and data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  test: {
    environment: 'jsdom',
    globals: false,
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
});
