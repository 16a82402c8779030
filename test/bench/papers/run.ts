import { existsSync, rmSync } from 'node:fs';
import { PAPER_STYLESHEET, type PaperData, PaperPress, renderHtml } from '#yui/papers';
import { LONG_PAPERS, SHORT_PAPERS } from '../../papers/paper-samples.js';
import { type ChromiumPrinter, startChromium } from './chromium-printer.js';

/*
 * How long papers take to set, in one process from its start: one page once warm, a thousand invoices one after the other
 * as the worker prints them, and the same page through a browser that is warm as well. Beside the time on the clock stands
 * the processor time of the process: on a machine that is busy with other things, only that one says what a page takes.
 * Prints name, value, goal and `ok` or `short`, with tabs between.
 */

const WARM_UP = 30;
const PAGES = 200;
const INVOICES = 1_000;
const PAGES_OF_BROWSER = 30;
const GOALS = { msPerPage: 5, invoicesSeconds: 20, longestHoldMs: 1_000, timesFaster: 10 };

let measured = 0;

/** An invoice nobody printed before: other number, other names, other sums. */
function nextInvoice(): PaperData {
  measured += 1;
  const invoice = SHORT_PAPERS.INVOICE as Extract<PaperData, { kind: 'INVOICE' }>;
  const lines = invoice.prices.lines.map((line, index) => ({
    ...line,
    name: `${line.name}（第${measured + index}回）`,
    quantity: line.quantity + measured,
  }));
  return {
    ...invoice,
    number: `INV-2026-${String(measured).padStart(4, '0')}`,
    subject: `${invoice.subject}（${measured}）`,
    recipient: { ...invoice.recipient, department: `健康福祉部 第${measured}課` },
    prices: { ...invoice.prices, lines },
  };
}

function medianMs(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

interface Times {
  readonly clockMs: number;
  /** Of all threads of this process. */
  readonly processorMs: number;
}

async function timed(work: () => unknown): Promise<Times> {
  const startMs = performance.now();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return { clockMs: performance.now() - startMs, processorMs: (user + system) / 1000 };
}

async function repeat(times: number, work: () => unknown): Promise<Times> {
  const all: Times[] = [];
  for (let round = 0; round < times; round += 1) all.push(await timed(work));
  return {
    clockMs: medianMs(all.map(({ clockMs }) => clockMs)),
    processorMs: medianMs(all.map(({ processorMs }) => processorMs)),
  };
}

function report(name: string, value: number, goal: number, isAtMost = true): void {
  const isMet = isAtMost ? value <= goal : value >= goal;
  process.stdout.write(`${name}\t${value.toFixed(2)}\t${isAtMost ? '<=' : '>='} ${goal}\t${isMet ? 'ok' : 'short'}\n`);
}

async function measureBrowser(browser: ChromiumPrinter): Promise<number> {
  const print = async () => {
    const html = renderHtml(nextInvoice(), { stylesheetUrl: '/papers/paper.css', pdfUrl: null });
    await browser.print(html, PAPER_STYLESHEET);
  };
  await repeat(5, print);
  return (await repeat(PAGES_OF_BROWSER, print)).clockMs;
}

const press = new PaperPress();
const print = () => press.print(nextInvoice());
await repeat(WARM_UP, print);
const page = await repeat(PAGES, print);
report('one page, warm, median (ms)', page.clockMs, GOALS.msPerPage);
report('the same, processor time (ms)', page.processorMs, GOALS.msPerPage);

const thousand = await timed(async () => {
  for (let round = 0; round < INVOICES; round += 1) {
    print();
    // As between two tasks of the worker: others get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
});
report(`${INVOICES} invoices, one after the other (s)`, thousand.clockMs / 1000, GOALS.invoicesSeconds);
report('the same, processor time (s)', thousand.processorMs / 1000, GOALS.invoicesSeconds);

const long = await repeat(5, () => press.print(LONG_PAPERS.INVOICE));
report('an invoice of 100 lines, 6 pages, holds the event loop (ms)', long.clockMs, GOALS.longestHoldMs);

const browser = await startChromium();
try {
  report(
    'the same page by headless Chromium, times slower',
    (await measureBrowser(browser)) / page.clockMs,
    GOALS.timesFaster,
    false,
  );
} finally {
  await browser.close();
  if (existsSync(browser.folder)) rmSync(browser.folder, { recursive: true });
}
