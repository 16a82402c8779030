import { FileLink } from './button.js';

export interface FileToShow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Files by their names, pictures also as they look. */
export function Files({ files }: { readonly files: readonly FileToShow[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-2">
      {files.map((file) => (
        <li key={file.id} className={isPicture(file) ? '' : 'w-full'}>
          <FileView file={file} />
        </li>
      ))}
    </ul>
  );
}

/** One file: opened by its name or its picture. */
export function FileView({ file }: { readonly file: FileToShow }) {
  const href = `/attachments/${file.id}`;
  if (!isPicture(file)) return <FileLink href={href}>{file.fileName}</FileLink>;
  return (
    <a href={href} className="inline-block w-36 text-sm">
      <img
        src={`${href}/preview?size=320`}
        alt={''}
        width={144}
        height={112}
        loading="lazy"
        className="h-28 w-36 rounded-lg bg-gray-100 object-cover"
      />
      <span className="line-clamp-2">{file.fileName}</span>
    </a>
  );
}

const isPicture = ({ mediaType }: FileToShow): boolean => mediaType.startsWith('image/');
