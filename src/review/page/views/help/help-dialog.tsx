import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.js';
import { listKeys, singleKeys } from '../../state/keys.js';
import { groupKeys, type KeyGroup, sayKey, splitKey } from './show-key.js';
import { words } from './words.js';
import './help.css';

/** Every key that works now, and the words of the product in a sentence each. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  // Keys as they were when the help was asked for: the dialog itself takes none away.
  const [groups] = useState(() => groupKeys(listKeys()));
  return (
    <Dialog title="Keys and words" onClose={onClose} wide>
      <div class="help">
        <div class="help-keys">
          {groups.map((group) => (
            <KeysOf key={group.scope} group={group} />
          ))}
          <KeySwitch />
        </div>
        <section class="help-words" aria-labelledby="help-words-title">
          <h3 id="help-words-title">The words</h3>
          <dl>
            {words.map(({ word, says }) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function KeysOf({ group }: { readonly group: KeyGroup }): JSX.Element {
  return (
    <section class="help-group">
      <h3>{group.scope}</h3>
      <ul>
        {group.lines.map(({ does, keys }) => (
          <li key={does} class="help-line">
            <span class="help-does">{does}</span>
            <span class="help-caps">
              {keys.map((key, place) => (
                <KeyCaps key={key} name={key} isFirst={place === 0} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeyCaps({ name, isFirst }: { readonly name: string; readonly isFirst: boolean }): JSX.Element {
  const caps = splitKey(name, /Mac|iP(hone|ad)/.test(navigator.platform));
  return (
    <>
      {!isFirst && <span class="help-or"> or </span>}
      <span class="help-key">
        <span class="only-read">{sayKey(caps)}</span>
        <span aria-hidden="true">
          {caps.map((cap, place) => (
            <kbd key={place}>{cap}</kbd>
          ))}
        </span>
      </span>
    </>
  );
}

function KeySwitch(): JSX.Element {
  return (
    <label class="help-switch">
      <input
        type="checkbox"
        checked={singleKeys.value}
        onChange={(event) => {
          singleKeys.value = event.currentTarget.checked;
        }}
      />
      <span>
        Single letters work as keys. Turn this off if you speak to your machine, or if you strike letters by
        chance: everything can be done without them.
      </span>
    </label>
  );
}
