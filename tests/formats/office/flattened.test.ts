import { expect, it } from 'vitest';
import { html } from '../../../src/formats/html.js';

const page = (generator: string) =>
  `<html><head><meta name="generator" content="${generator}"/></head><body><p>INT: Well?</p><p>P07: So<!-- #pay -->.</p></body></html>`;

it('tells that LibreOffice wrote deleted words into HTML and that comments have lost their passage', () => {
  const { notices } = html.read({ name: 'a.html', text: page('LibreOffice 7.4.7.2 (Linux)') });
  expect(notices).toMatchObject([{ code: 'flattened-document', place: { file: 'a.html' } }]);
  expect(notices[0]?.message).toContain('1 here was left out');
});

it('says nothing of deleted words where another program wrote the HTML', () => {
  expect(html.read({ name: 'a.html', text: page('Pandoc') }).notices).toEqual([]);
});
