import { rmSync } from 'node:fs';
import { defineConfig } from 'vite';

const classes = '../../../target/classes/static';

/** The product's own pages: one HTML file for all of them, with scripts and styles named by their content. */
export default defineConfig({
  base: '/',
  publicDir: false,
  plugins: [
    {
      name: 'remove-earlier-pages',
      buildStart() {
        rmSync(`${classes}/pages`, { recursive: true, force: true });
        rmSync(`${classes}/assets`, { recursive: true, force: true });
      },
    },
  ],
  build: {
    outDir: classes,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: 'pages/page.html',
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
