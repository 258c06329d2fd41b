import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image?: string;
  build?: { target: string };
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  container_name?: string;
}

const read = (file: string) => fs.readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const dockerfile = read('Dockerfile');
const service = (name: string): Service => compose.services[name] ?? expect.fail(`no service ${name}`);

describe('docker-compose.yml', () => {
  it('runs the database, the queue, a migration, the api and workers', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual(['api', 'migrate', 'postgres', 'redis', 'worker']);
    expect(service('postgres').image).toBe('postgres:18');
    expect(service('redis').image).toBe('redis:7');
  });

  it('has a queue that neither forgets nor evicts', () => {
    const command = service('redis').command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it.each(['postgres', 'redis', 'api', 'worker'])('watches the health of %s', (name) => {
    expect(service(name).healthcheck?.test.length).toBeGreaterThan(1);
  });

  it.each(['api', 'worker'])('starts %s once the database is migrated, and any number of it', (name) => {
    expect(service(name).depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    expect(service(name).container_name).toBeUndefined();
  });

  it('holds no secret and demands those it needs', () => {
    const values = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment ?? {}));
    const secrets = values.filter(([name]) => /PASSWORD|SECRET|TOKEN|_URL$/.test(name));
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{\w+:\?/);
  });

  it('keeps what must last in volumes that it declares', () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) => volumes ?? []);
    const named = new Set(used.map((volume) => volume.split(':')[0]));
    expect([...named].toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
  });

  it('builds only what the Dockerfile offers', () => {
    const targets = Object.values(compose.services).flatMap(({ build }) => build?.target ?? []);
    for (const target of targets) expect(dockerfile).toMatch(new RegExp(`^FROM \\S+ AS ${target}$`, 'm'));
  });
});

describe('Dockerfile', () => {
  it('runs as an ordinary user', () => {
    const runtime = dockerfile.slice(dockerfile.indexOf(' AS runtime'));
    expect(runtime).toMatch(/^USER node$/m);
    expect(runtime).not.toMatch(/^USER root/m);
  });

  it('copies only what exists', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, sources]) => sources?.split(' ') ?? [],
    );
    expect(copied.length).toBeGreaterThan(5);
    for (const source of copied)
      expect(fs.existsSync(path.resolve(import.meta.dirname, '..', source)), source).toBe(true);
  });

  it('names every workspace, so that npm ci finds what the lock file says', () => {
    const root = path.resolve(import.meta.dirname, '..');
    for (const folder of ['apps', 'packages']) {
      for (const name of fs.readdirSync(path.join(root, folder))) {
        if (fs.existsSync(path.join(root, folder, name, 'package.json'))) {
          expect(dockerfile).toContain(`COPY ${folder}/${name}/package.json`);
        }
      }
    }
  });
});

describe('.dockerignore', () => {
  it('keeps secrets and data out of the image', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.env', '**/.data', '.git', '**/node_modules']) expect(ignored).toContain(name);
  });
});
