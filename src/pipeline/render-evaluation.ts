import type { Study } from '../model/study.js';
import { type EvaluationPage, evaluationPageSchema } from '../reporting/contract/evaluation-page.js';
import type { Evaluation } from './evaluating/evaluation.js';
import { readFigures } from './evaluating/read-figures.js';
import { tabulateFigures } from './evaluating/tabulate-figures.js';
import type { ReportFile } from './make-reports.js';
import { renderReport, type Templates } from './render-report.js';

const formats = ['md', 'html'] as const;

/** An evaluation as the plain data that its templates print. */
export function buildEvaluationPage(
  evaluation: Evaluation,
  { settings }: Pick<Study, 'settings'>,
): EvaluationPage {
  const { quotes, themes, folds, reliability, notices } = evaluation;
  const reading = readFigures(evaluation);
  return {
    study: { name: settings.name },
    quotes,
    themes,
    folds,
    ...(reading === undefined ? {} : { reading }),
    tables: tabulateFigures(evaluation).map(({ header, rows, ...table }) => ({
      ...table,
      header: [...header],
      rows: rows.map((row) => [...row]),
    })),
    diagrams: reliability
      .filter(({ bins }) => bins.length > 0)
      .map(({ tagger, bins }) => ({
        tagger,
        points: bins.flatMap(({ expected, observed }) =>
          expected === null || observed === null
            ? []
            : [{ across: Math.round(100 * expected), up: Math.round(100 - 100 * observed) }],
        ),
      })),
    remarks: notices.map(({ message }) => message),
  };
}

/**
 * An evaluation as `evaluation.md` and `evaluation.html`. Throws `ToolkitError` for a template that is missing or cannot
 * be used.
 */
export function renderEvaluation(
  evaluation: Evaluation,
  study: Pick<Study, 'settings'>,
  templates: Templates,
): readonly ReportFile<string>[] {
  const report = { id: 'evaluation', formats, schema: evaluationPageSchema };
  const data = buildEvaluationPage(evaluation, study);
  return formats.map((format) => ({
    name: `evaluation.${format}`,
    content: renderReport({ report, format, data, templates }),
  }));
}
