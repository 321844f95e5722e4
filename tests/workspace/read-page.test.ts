import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/workspace/read-page.js';
import { makeFolder } from './make-study.js';

describe('readPage', () => {
  it('gives every file of the page by its path and kind, and its entry as the root', () => {
    const page = readPage(
      makeFolder({
        'index.html': '<!doctype html>',
        'assets/a.js': 'a',
        'assets/a.css': 'b',
        'assets/a.map': '{}',
      }),
    );
    expect([...page].map(([path, { type }]) => [path, type])).toEqual([
      ['/assets/a.css', 'text/css; charset=utf-8'],
      ['/assets/a.js', 'text/javascript; charset=utf-8'],
      ['/index.html', 'text/html; charset=utf-8'],
      ['/', 'text/html; charset=utf-8'],
    ]);
    expect(Buffer.from(page.get('/')?.bytes ?? []).toString()).toBe('<!doctype html>');
  });

  it('follows no link out of its folder', () => {
    const secret = makeFolder({ 'secret.js': 'secret' });
    const folder = makeFolder({ 'index.html': '' });
    symlinkSync(join(secret, 'secret.js'), join(folder, 'link.js'));
    expect([...readPage(folder).keys()]).toEqual(['/index.html', '/']);
  });

  it('is empty where the page was not built', () => {
    expect(readPage(join(makeFolder(), 'nothing')).size).toBe(0);
  });
});
