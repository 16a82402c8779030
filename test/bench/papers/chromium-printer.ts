import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';

export interface ChromiumPrinter {
  /** What it leaves on disk. */
  readonly folder: string;
  /** A page as PDF, A4. */
  print(html: string, stylesheet: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A headless Chromium from npm, one page of it kept open. */
export async function startChromium(): Promise<ChromiumPrinter> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yui-chromium-'));
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
    env: { ...process.env, HOME: folder },
  });
  const page = await browser.newPage();
  return {
    folder,
    async print(html, stylesheet) {
      await page.setContent(html.replace(/<link rel="stylesheet"[^>]*>/, `<style>${stylesheet}</style>`));
      return page.pdf({ format: 'A4' });
    },
    close: async () => browser.close(),
  };
}
