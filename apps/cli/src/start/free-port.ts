import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.ts';

/** Throws a Fault unless the port can be had within `patience` milliseconds. */
export const mustBeFree = async (port: number, patience: number): Promise<void> => {
  const end = Date.now() + patience;
  for (;;) {
    const code = await refusalOf(port);
    if (code === undefined) return;
    if (code !== 'EADDRINUSE') throw notAllowed(port, code);
    if (Date.now() >= end) throw taken(port);
    await sleep(50);
  }
};

const refusalOf = async (port: number): Promise<string | undefined> => {
  const code = await listen(port, '::');
  const noIPv6 = code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL';
  return noIPv6 ? listen(port, '0.0.0.0') : code;
};

const listen = (port: number, host: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

const taken = (port: number): Fault =>
  new Fault(
    `端口 ${port} 已被其他程序占用。请停止该程序，或用 PORT 指定另一个端口，例如 PORT=${port + 1} npm start。`,
    `Port ${port} is taken by another program. Stop it, or choose another with PORT, e.g. PORT=${port + 1} npm start.`,
  );

const notAllowed = (port: number, code: string): Fault =>
  new Fault(
    `不能使用端口 ${port}（${code}）。请用 PORT 指定另一个端口。`,
    `Port ${port} cannot be used (${code}). Choose another with PORT.`,
  );
