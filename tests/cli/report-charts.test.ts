import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inScratch, root, runCli } from './run-cli.js';

const sample = join(root, 'data', 'sample');

describe('report --charts', () => {
  it('writes each chart as a drawing and as a spec beside the report', async () => {
    await inScratch(async (folder) => {
      const args = [
        'patterns',
        '--study',
        sample,
        '--format',
        'json',
        '--output',
        'out',
        '--charts',
        '--quiet',
      ];
      const { code } = await runCli(folder, 'report', ...args);
      expect(code).toBe(0);
      const files = readdirSync(join(folder, 'out'));
      const drawings = files.filter((name) => name.endsWith('.svg'));
      expect(drawings.length).toBeGreaterThan(3);
      for (const name of drawings) {
        expect(readFileSync(join(folder, 'out', name), 'utf8')).toMatch(/^<svg[^>]* role="img"/);
        const spec: unknown = JSON.parse(
          readFileSync(join(folder, 'out', name.replace('.svg', '.vl.json')), 'utf8'),
        );
        expect(spec).toHaveProperty('$schema');
      }
    });
  });
});
