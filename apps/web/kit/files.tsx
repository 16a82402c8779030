import { FileLink } from './button.js';

export function Files({ files }: { readonly files: readonly { readonly id: string; readonly fileName: string }[] }) {
  return (
    <ul>
      {files.map(({ id, fileName }) => (
        <li key={id}>
          <FileLink href={`/attachments/${id}`}>{fileName}</FileLink>
        </li>
      ))}
    </ul>
  );
}
