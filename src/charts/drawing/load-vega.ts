import { measureText } from '../lettering/measure-text.js';

type Drawing = { readonly vega: typeof import('vega'); readonly vegaLite: typeof import('vega-lite') };

/**
 * Vega and Vega-Lite, loaded when the first chart is drawn. Text is measured by our own table from then on, so that a
 * chart comes out the same with and without a canvas on the machine.
 */
export async function loadVega(): Promise<Drawing> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const metrics: unknown = Reflect.get(vega, 'textMetrics');
  if (typeof metrics === 'object' && metrics !== null) Object.assign(metrics, { width: measureItem });
  return { vega, vegaLite };
}

function measureItem(item: { readonly fontSize?: number }, text: unknown): number {
  return measureText(String(text ?? ''), item.fontSize ?? 11);
}
