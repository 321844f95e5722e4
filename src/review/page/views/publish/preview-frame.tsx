import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

type Props = { readonly path: string; readonly title: string };

/**
 * A report in a frame that runs nothing and reaches nothing. A new one is loaded behind the one that is read, and takes
 * its place when it is there.
 */
export function PreviewFrame({ path, title }: Props): JSX.Element {
  const [shown, setShown] = useState('');
  const paths = shown === '' || shown === path ? [path] : [shown, path];
  return (
    <div class="publish-frames">
      {paths.map((each) => {
        const isBehind = each !== shown && paths.length > 1;
        return (
          <iframe
            key={each}
            class={`publish-frame ${isBehind ? 'publish-frame-behind' : ''}`}
            src={each}
            title={title}
            sandbox=""
            {...(isBehind ? { tabIndex: -1, 'aria-hidden': true } : {})}
            onLoad={() => {
              if (each === path) setShown(path);
            }}
          />
        );
      })}
    </div>
  );
}
