import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { Fault } from '../fault.ts';
import type { Settings } from '../settings.ts';
import { freeSpace } from '../start/data-folder.ts';
import { mustBeFree } from '../start/free-port.ts';
import { fail, ok, warn, type Finding } from './check.ts';

const MEBIBYTE = 1024 * 1024;

export const checkNode = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  const text = `Node ${process.versions.node}`;
  return enough ? ok(text, 'new enough') : fail(`${text} 过旧`, 'too old, 20.19 is needed');
};

export const checkDataFolder = ({ dataDir }: Settings): Finding[] => {
  const standing = nearestFolder(dataDir);
  try {
    fs.accessSync(standing, fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    return [fail(`数据文件夹不可写：${standing}`, 'data folder not writable')];
  }
  const room = Math.floor(freeSpace(standing) / MEBIBYTE);
  const space = `${room} MiB`;
  return [
    ok(`数据文件夹 ${dataDir}`, 'data folder writable'),
    room < 100
      ? fail(`磁盘剩余 ${space}`, 'disk nearly full')
      : room < 1024
        ? warn(`磁盘剩余 ${space}`, 'disk space is low')
        : ok(`磁盘剩余 ${space}`, 'disk space'),
  ];
};

/** A port is in order when it is free or when it is ours that answers there. */
export const checkPort = async ({ port }: Settings): Promise<Finding> => {
  try {
    await mustBeFree(port, 0);
    return ok(`端口 ${port} 空闲`, 'port free');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const status = await healthStatus(port);
    if (status === undefined) return fail(`端口 ${port} 不可用`, error.en);
    const text = `端口 ${port}：本系统 /api/health ${status}`;
    return status === 200 ? ok(text, 'served by this system') : warn(text, 'this system answers, but is not well');
  }
};

const nearestFolder = (folder: string): string =>
  fs.existsSync(folder) || folder === path.dirname(folder) ? folder : nearestFolder(path.dirname(folder));

const healthStatus = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/api/health', timeout: 3000 }, (response) => {
      response.resume();
      const status = response.statusCode;
      resolve(status === 200 || status === 503 ? status : undefined);
    });
    request.on('error', () => resolve(undefined)).on('timeout', () => request.destroy());
  });
