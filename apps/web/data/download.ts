import { NoAnswer } from './fault.js';
import { faultIn } from './fault-in.js';

/**
 * Has a file made and saves it.
 * @throws Fault when the api refuses it, NoAnswer when it could not be reached
 */
export async function download(path: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: '',
  }).catch(() => {
    throw new NoAnswer();
  });
  if (!response.ok) throw faultIn(await response.text());
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(response.headers.get('content-disposition') ?? '');
  link.click();
  URL.revokeObjectURL(address);
}

/** RFC 8187: `filename*=UTF-8''…` */
function nameIn(disposition: string): string {
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '');
}
