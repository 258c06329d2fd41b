import { Injectable } from '@nestjs/common';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

/** What the surroundings decide. Read once, at the start. */
@Injectable()
export class Settings {
  readonly databaseUrl = required('DATABASE_URL');
  readonly dataFolder = process.env['MOFAN_DATA'] ?? '.data';
  readonly port = Number(process.env['PORT'] ?? 3000);
  readonly host = process.env['HOST'] ?? '0.0.0.0';
  readonly webRoot = process.env['MOFAN_WEB_ROOT'];
  /** the demonstration runs: its accounts may sign in, its data is marked */
  readonly demonstration = process.env['MOFAN_DEMO'] !== 'off';
  /** how long a table may be read, checked or compared, and with how much memory */
  readonly checkMs = Number(process.env['MOFAN_CHECK_MS'] ?? 20_000);
  readonly checkMegabytes = Number(process.env['MOFAN_CHECK_MEGABYTES'] ?? 512);
  /** behind a proxy that ends TLS: cookies are sent over HTTPS alone */
  readonly secureCookies = process.env['MOFAN_SECURE_COOKIES'] === 'on';
}
