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
  /** behind a proxy that ends TLS: cookies are sent over HTTPS alone */
  readonly secureCookies = process.env['MOFAN_SECURE_COOKIES'] === 'on';
}
