import react from '@vitejs/plugin-react';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Compresses once at the build what the api would else compress for every visitor, or send as it is. */
const compressed = (): Plugin => {
  let folder: string;
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir, build.assetsDir);
    },
    closeBundle: async () => {
      const files = (await readdir(folder)).filter((file) => /\.(js|css|svg)$/.test(file));
      for (const file of files) {
        const place = path.join(folder, file);
        const bytes = await readFile(place);
        await writeFile(`${place}.gz`, await promisify(gzip)(bytes, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
        await writeFile(`${place}.br`, await promisify(brotliCompress)(bytes, { params }));
      }
    },
  };
};

export default defineConfig({
  plugins: [react(), compressed()],
  server: { proxy: { '/api': 'http://localhost:3000' } },
  build: {
    // A data: font or image would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // The polyfill is an inline script, which the policy forbids; every supported browser preloads modules itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // changes with a new version of a library only, so that an upgrade of ours is small to fetch
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)\//,
            },
            // what every page needs, in one file instead of twenty
            { name: 'house', test: /apps\/web\/src\/((ui|http|shell)\/(?!en\.ts)|[a-z]+\/(zh|queries|tree)\.ts)/ },
          ],
        },
      },
    },
  },
});
