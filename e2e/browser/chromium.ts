import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A private place: what is unpacked there is run, so nobody else may have put it there. */
const cache = path.join(os.homedir(), '.cache', 'mofan-e2e');

/** Chinese glyphs from a package, so that a bare machine draws characters and not boxes. */
const fontEnvironment = (): Record<string, string> => {
  const regular = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  const folders = ['', '../700Bold'].map((part) => path.resolve(path.dirname(regular), part));
  const alias = (family: string) =>
    `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`;
  const file = path.join(cache, 'fonts.conf');
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${path.join(cache, 'fontconfig')}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map(alias).join('\n')}
</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
};

/** The libraries that Chromium wants and a bare Debian lacks travel in the package, packed. */
const unpackLibraries = (): string => {
  const folder = path.join(cache, 'al2023');
  if (!fs.existsSync(path.join(folder, 'lib', 'libnss3.so'))) {
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    const packed = path.resolve(path.dirname(entry), '../../bin/al2023.tar.br');
    const aside = fs.mkdtempSync(path.join(cache, 'unpacking-'));
    execFileSync('tar', ['-x', '-f', '-', '-C', aside], { input: brotliDecompressSync(fs.readFileSync(packed)) });
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(aside, folder);
  }
  return path.join(folder, 'lib');
};

/** The packaged browser unpacks itself to the temporary folder; it is pointed to the private place meanwhile. */
const unpackBrowser = async (): Promise<string> => {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fs.mkdtempSync(path.join(cache, 'browser-'));
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
};

/** Headless Chromium: the machine's own where there is one, else the one from the registry package. */
export const launchChromium = async (): Promise<Browser> => {
  fs.mkdirSync(cache, { recursive: true, mode: 0o700 });
  const system = [process.env['CHROMIUM_PATH'], ...SYSTEM].find((file) => file && fs.existsSync(file));
  const executablePath = system ?? (await unpackBrowser());
  return chromium.launch({
    executablePath,
    headless: true,
    chromiumSandbox: false,
    env: {
      ...(process.env as Record<string, string>),
      ...fontEnvironment(),
      ...(system ? {} : { LD_LIBRARY_PATH: unpackLibraries() }),
    },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
};
