import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { platformErrors } from '../errors/platform.errors.js';
import { checkKey, Storage } from './storage.js';

/** No key begins with a dot, so a half-written file is never taken for a file. */
const UNFINISHED = '.unfinished';
/** Full, or as full as this user may make it. */
const NO_SPACE = ['ENOSPC', 'EDQUOT'];

/** Files in a folder of this machine, or of a disk that all processes share. */
export class FolderStorage extends Storage {
  private readonly logger = new Logger(FolderStorage.name);
  private readonly root: string;

  constructor(folder: string) {
    super();
    this.root = path.resolve(folder);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.write(this.pathOf(key), bytes);
    } catch (error) {
      if (!NO_SPACE.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      this.logger.error({ msg: 'the disk of the files is full' });
      throw platformErrors.NO_SPACE();
    }
  }

  private async write(target: string, bytes: Uint8Array): Promise<void> {
    const unfinished = path.join(this.root, UNFINISHED, randomUUID());
    await mkdir(path.dirname(unfinished), { recursive: true });
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await writeThrough(unfinished, bytes);
      await rename(unfinished, target);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await syncFolder(path.dirname(target));
  }

  async get(key: string): Promise<Uint8Array | null> {
    return orNull(readFile(this.pathOf(key)));
  }

  async exists(key: string): Promise<boolean> {
    return (await orNull(stat(this.pathOf(key))))?.isFile() ?? false;
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async check(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.R_OK | constants.W_OK);
  }

  private pathOf(key: string): string {
    return path.join(this.root, ...checkKey(key).split('/'));
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename survives a power cut only when its folder is on disk, too. Windows has no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
