import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findShippedFolder } from '../../src/workspace/find-shipped-folder.js';
import { readTemplates } from '../../src/workspace/read-templates.js';
import { writeReports } from '../../src/workspace/write-reports.js';
import { listContents, makeFolder } from './make-study.js';

describe('readTemplates', () => {
  const shipped = {
    'themes.md.hbs': 'ours',
    'partials/quote.md.hbs': 'our quote',
    'notes.txt': 'no template',
  };

  it("a study's template replaces the shipped one of the same name, also in a folder", () => {
    const study = makeFolder({
      'templates/themes.md.hbs': 'theirs',
      'templates/partials/quote.md.hbs': 'their quote',
      'templates/partials/more.md.hbs': 'more',
    });
    expect([...readTemplates(study, makeFolder(shipped))]).toEqual([
      ['partials/quote.md.hbs', { file: 'templates/partials/quote.md.hbs', text: 'their quote' }],
      ['themes.md.hbs', { file: 'templates/themes.md.hbs', text: 'theirs' }],
      ['partials/more.md.hbs', { file: 'templates/partials/more.md.hbs', text: 'more' }],
    ]);
  });

  it('without templates of its own a study has the shipped ones', () => {
    const templates = readTemplates(makeFolder(), makeFolder(shipped));
    expect(templates.get('themes.md.hbs')).toEqual({
      file: 'themeloom/templates/themes.md.hbs',
      text: 'ours',
    });
    expect(templates.size).toBe(2);
  });

  it('the shipped folders are found from the source', () => {
    expect(existsSync(join(findShippedFolder('data/sample'), 'study.yaml'))).toBe(true);
    expect(readTemplates(makeFolder()).has('themes.html.hbs')).toBe(true);
  });

  it('a template of the study that no report has is refused, with the name that was meant', () => {
    const study = makeFolder({ 'templates/thmes.md.hbs': 'x' });
    expect(() => readTemplates(study, makeFolder(shipped))).toThrow(
      expect.objectContaining({ code: 'unknown-template', hint: 'Did you mean "themes.md.hbs"?' }),
    );
  });

  it('a template that is a link out of the study is refused', () => {
    const study = makeFolder({ 'templates/partials/other.hbs': 'x' });
    symlinkSync(join(makeFolder({ secret: 'x' }), 'secret'), join(study, 'templates/themes.md.hbs'));
    expect(() => readTemplates(study, makeFolder(shipped))).toThrow(
      expect.objectContaining({ code: 'outside-folder' }),
    );
  });
});

describe('writeReports', () => {
  it('makes the folder, and leaves files that hold the same alone', () => {
    const folder = join(makeFolder(), 'a', 'reports');
    const files = [
      { name: 'themes.md', content: '# Themes\n' },
      { name: 'themes.html', content: '<p>é</p>' },
    ];
    expect(writeReports(folder, files)).toEqual({ written: ['themes.md', 'themes.html'], unchanged: [] });
    expect(writeReports(folder, [{ name: 'themes.md', content: '# More\n' }, ...files.slice(1)])).toEqual({
      written: ['themes.md'],
      unchanged: ['themes.html'],
    });
  });

  it('a name that leads out of the folder is refused', () => {
    const above = makeFolder();
    expect(() => writeReports(join(above, 'reports'), [{ name: '../x.md', content: 'x' }])).toThrow(
      expect.objectContaining({ code: 'outside-folder' }),
    );
    expect(listContents(above)).toEqual([]);
  });
});
