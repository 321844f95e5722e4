import { ToolkitError } from '../../errors.js';
import type { ChartSpec } from '../chart.js';
import { loadVega } from './load-vega.js';
import { defaultLook, type Look } from './look.js';
import { nameParts } from './name-parts.js';

export type DrawRequest = {
  /** Of the `svg` element and the beginning of every id in it: a letter, then letters, digits, `-` and `_`. */
  readonly id: string;
  readonly title: string;
  /** The text alternative. */
  readonly description: string;
  /** Whose light colours in the spec become dark ones on a dark screen; `defaultLook` without it. */
  readonly look?: Look;
};

/** Notes what a spec asks for from outside; nothing is ever loaded. */
function refuseLoading() {
  const refused: string[] = [];
  const refuse = (address: unknown) => {
    refused.push(String(address));
    return Promise.reject(new Error('a chart loads nothing'));
  };
  const loader = {
    load: refuse,
    http: refuse,
    file: refuse,
    sanitize: (address: unknown) => {
      refused.push(String(address));
      return Promise.resolve({ href: '#' });
    },
  };
  return { loader, refused };
}

function makeSilent() {
  const logger = {
    level: () => logger,
    error: () => logger,
    warn: () => logger,
    info: () => logger,
    debug: () => logger,
  };
  return logger;
}

async function drawSpec(spec: ChartSpec): Promise<string> {
  const { vega, vegaLite } = await loadVega();
  const logger = makeSilent();
  const { loader, refused } = refuseLoading();
  const own = JSON.parse(JSON.stringify(spec));
  const compiled = vegaLite.compile(own, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', loader, logger });
  try {
    const svg = await view.toSVG();
    const [address] = refused;
    if (address === undefined) return svg;
    throw new ToolkitError('chart-loads-data', `a chart asks for ${address.slice(0, 200)}`, {
      hint: 'A chart loads nothing and links nowhere: put its data into the spec as "values".',
    });
  } finally {
    view.finalize();
  }
}

/**
 * Draws a Vega-Lite spec as SVG, without a browser and without loading anything: the same spec gives the same bytes.
 * One drawing serves light and dark pages. Throws `ToolkitError` for a spec that cannot be drawn or asks for data
 * from elsewhere, and for an unusable id.
 */
export async function drawChart(spec: ChartSpec, request: DrawRequest): Promise<string> {
  const { id, look = defaultLook } = request;
  if (!/^[A-Za-z][\w-]*$/.test(id)) {
    throw new ToolkitError('unusable-chart-id', `"${id.slice(0, 80)}" cannot be the id of a chart`, {
      hint: 'Begin with a letter and go on with letters, digits, "-" and "_".',
    });
  }
  try {
    return nameParts(await drawSpec(spec), { ...request, look });
  } catch (cause) {
    if (cause instanceof ToolkitError) throw cause;
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new ToolkitError('chart-not-drawn', `the chart "${id}" cannot be drawn: ${reason}`, {
      hint: 'Hold its spec against the Vega-Lite schema that it names.',
      cause,
    });
  }
}
