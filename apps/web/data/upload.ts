import { NoAnswer } from './fault.js';
import { faultIn } from './fault-in.js';

/** What a file belongs to. */
export type UploadSubject = 'ASSIGNMENT' | 'DELIVERY' | 'INSPECTION' | 'QUESTION' | 'WORK_ORDER';

/**
 * Sends one file. Tells how far it has come, in hundredths.
 * @returns its id
 * @throws Fault when the api refuses it, NoAnswer when it could not be reached
 */
export async function upload(
  file: File,
  subjectType: UploadSubject,
  subjectId: string,
  onProgress: (percent: number) => void,
): Promise<string> {
  const query = new URLSearchParams({ subjectType, subjectId, fileName: file.name });
  return new Promise<string>((resolve, reject) => {
    // `fetch` does not tell how much was sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/attachments?${query.toString()}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100)));
    request.addEventListener('load', () =>
      request.status < 300 ? resolve(idIn(request.responseText)) : reject(faultIn(request.responseText)),
    );
    request.addEventListener('error', () => reject(new NoAnswer()));
    request.send(file);
  });
}

function idIn(text: string): string {
  return (JSON.parse(text) as { attachmentId: string }).attachmentId;
}
