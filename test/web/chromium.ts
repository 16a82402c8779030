import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as browserType } from 'playwright-core';

/**
 * What the package sets for machines that run one page and forget it: with these a browser dies when a context is closed, and
 * neither the policy of a page nor its origin would mean anything.
 */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--disable-site-isolation-trials',
  '--allow-running-insecure-content',
];

export interface Chromium {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** A headless Chromium, on Linux that from npm, with the Japanese fonts from npm. */
export async function startChromium(): Promise<Chromium> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-web-'));
  const fonts = path.resolve('node_modules', '@expo-google-fonts');
  const fontList = path.join(folder, 'fonts.conf');
  writeFileSync(
    fontList,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  const args = chromium.args.filter((arg) => !UNWANTED.includes(arg) && !arg.startsWith('--disable-features'));
  const browser = await browserType.launch({
    // The package is built for Linux; elsewhere the Chrome that is installed opens the pages.
    ...(process.platform === 'linux' ? { executablePath: await chromium.executablePath() } : { channel: 'chrome' }),
    args: process.platform === 'linux' ? args : [],
    headless: true,
    env: { ...process.env, HOME: folder, FONTCONFIG_FILE: fontList, FONTCONFIG_PATH: folder },
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
