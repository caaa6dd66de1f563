import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Where the service listens while the page is being worked on (`npm run dev`). */
const service = process.env['BASE_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte()],
  build: {
    // Straight into the module's classes: Quarkus serves META-INF/resources of every jar.
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 2048,
    // One file of about 210 kB compressed: the editor is needed at once, so nothing is split off.
    chunkSizeWarningLimit: 800,
  },
  server: {
    proxy: {
      '/api': { target: service, changeOrigin: true, ws: true, rewriteWsOrigin: true },
    },
  },
  test: {
    include: ['src/**/*.test.ts'],
    benchmark: { include: ['bench/**/*.bench.ts'] },
    environment: 'node',
  },
});
