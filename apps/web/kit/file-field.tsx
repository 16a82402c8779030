import { useId } from 'react';
import { useCommon } from '../words/common/index.js';
import { formatNumber } from '../words/format.js';
import { Button } from './button.js';
import { rich } from './rich.js';

/** Files to go along with something; photos can be taken on a phone. Kept by the page, not by the form. */
export function FileField({
  label,
  hint,
  accept,
  files,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}) {
  const { actions } = useCommon();
  const id = useId();
  return (
    <div className="mt-6">
      <label htmlFor={id} className="block font-bold">
        {rich(label)}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-sm text-quiet">
        {rich(hint)}
      </p>
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-describedby={`${id}-hint`}
        className="block min-h-12 w-full rounded-lg border border-line p-1 file:min-h-10 file:rounded-lg file:border-0 file:bg-blue-50 file:px-4 file:font-bold file:text-blue-900"
        onChange={(event) => {
          onChange([...files, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <ul>
        {files.map((file, index) => (
          <li key={`${file.name} ${index}`} className="flex flex-wrap items-center gap-3">
            <span>{file.name}</span>
            <span className="text-quiet">{`${formatNumber(Math.ceil(file.size / 1024))} KB`}</span>
            <Button look="quiet" onClick={() => onChange(files.filter((each) => each !== file))}>
              <span aria-hidden="true">{rich(actions.remove)}</span>
              <span className="sr-only">{`${file.name} ${actions.remove}`}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
