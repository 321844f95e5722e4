import { type Figure, makeFigure } from '../../src/charts/drawing/make-figure.js';
import { charts } from '../../src/charts/index.js';
import type { SampleData } from './sample-data.js';

/** Every chart of the shelf, drawn one after the other; the ids are those of the charts. */
export async function makeFigures(data: SampleData): Promise<readonly Figure[]> {
  const label = (id: string) => ({ id: `figure-${id}` });
  return [
    await makeFigure(charts['theme-prevalence'], data['theme-prevalence'], label('theme-prevalence')),
    await makeFigure(charts['theme-by-attribute'], data['theme-by-attribute'], label('theme-by-attribute')),
    await makeFigure(charts['co-occurrence'], data['co-occurrence'], label('co-occurrence')),
    await makeFigure(charts.saturation, data.saturation, label('saturation')),
    await makeFigure(charts.voices, data.voices, label('voices')),
    await makeFigure(charts.agreement, data.agreement, label('agreement')),
    await makeFigure(charts['interview-strip'], data['interview-strip'], label('interview-strip')),
    await makeFigure(charts.reliability, data.reliability, label('reliability')),
  ];
}
