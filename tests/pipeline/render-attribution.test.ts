import { describe, expect, it } from 'vitest';
import { renderAttribution } from '../../src/pipeline/render-attribution.js';

const participant = (attributes: Record<string, string>) => ({
  id: 'P07',
  attributes,
  consent: { known: true, scopes: [] },
});
const full = participant({ role: 'tech lead', company_size: '201-1000', team: '' });

describe('renderAttribution', () => {
  it.each([
    ['{{role}}, {{company_size}}', 'tech lead, 201-1000'],
    ['{{ role }} · {{company_size}} people', 'tech lead · 201-1000 people'],
    ['{{role}} ({{id}})', 'tech lead (P07)'],
    ['{{team}}, {{role}}', 'tech lead'],
    ['{{role}}, {{team}}', 'tech lead'],
    ['{{role}}, {{team}}, {{company_size}}', 'tech lead, 201-1000'],
    ['{{role}} ({{team}}), {{company_size}}', 'tech lead, 201-1000'],
    ['{{role}}, in a {{team}} team', 'tech lead'],
    ['{{team}}', 'P07'],
    [undefined, 'P07'],
  ])('%s gives %s', (template, line) => {
    expect(renderAttribution(template, full)).toBe(line);
  });

  it('does not read placeholders or separators out of an attribute', () => {
    const odd = participant({ role: 'lead, {{team}} (acting)', team: 'x' });
    expect(renderAttribution('{{role}}, {{team}}', odd)).toBe('lead, {{team}} (acting), x');
  });

  it('knows a participant of whom nothing is recorded by the code alone', () => {
    expect(renderAttribution('{{role}}', participant({}))).toBe('P07');
  });

  it('names the attribute that was probably meant, or all there are', () => {
    expect(() => renderAttribution('{{rol}}', full)).toThrow(
      expect.objectContaining({ code: 'unknown-attribute', hint: 'Did you mean "role"?' }),
    );
    expect(() => renderAttribution('{{constructor}}', full)).toThrow(
      expect.objectContaining({ hint: 'There are: id, role, company_size, team.' }),
    );
  });
});
