export type { Coefficient, MarkedTexts, Rating, RatingTable } from './coefficients/coefficient.js';
export { coefficients, passageCoefficients } from './coefficients/index.js';
export { ToolkitError } from './errors.js';
export { formats, recogniseFormat } from './formats/index.js';
export type { Anchoring } from './model/anchoring.js';
export type { Cluster, Clustering } from './model/cluster.js';
export type { Decision } from './model/decision.js';
export type { IdentifierDecision, IdentifierVerdict } from './model/identifier-decision.js';
export type { Memo } from './model/memo.js';
export type { Notice, Place, Severity } from './model/notice.js';
export type { Consent, ConsentScope, Participant } from './model/participant.js';
export type { PassageEvidence, PassageSuggestion } from './model/passage-suggestion.js';
export type { Quote } from './model/quote.js';
export type { Language, Settings } from './model/settings.js';
export type { Span } from './model/span.js';
export type { Speaker } from './model/speaker.js';
export type { Study } from './model/study.js';
export type { Evidence, Flip, MeasuredPrecision, Strength, Suggestion } from './model/suggestion.js';
export type { Tagging, TaggingStatus } from './model/tagging.js';
export type { Dimension, Taxonomy, Theme } from './model/theme.js';
export type { Transcript, Utterance } from './model/transcript.js';
export type {
  Agreement,
  AgreementUnit,
  CoefficientFigures,
  Disagreement,
} from './pipeline/agreement/agreement.js';
export { type Analysis, analyseStudy, clusterStudy, suggestForStudy } from './pipeline/analyse-study.js';
export { anchorQuotes } from './pipeline/anchor-quotes.js';
export { checkConsent } from './pipeline/check-consent.js';
export {
  type CheckableTranscripts,
  checkDraft,
  type DraftRequest,
  prepareTranscripts,
} from './pipeline/check-draft.js';
export { checkTemplate } from './pipeline/check-template.js';
export { checkWording } from './pipeline/check-wording.js';
export type {
  CheckedDraft,
  CheckedQuotation,
  FoundPassage,
  QuotationProblem,
  QuotationVerdict,
} from './pipeline/checking/checked-quotation.js';
export type { Difference } from './pipeline/checking/list-differences.js';
export {
  chooseNext,
  chooseNextForStudy,
  type NextPart,
  type NextQuote,
  type NextQuotes,
} from './pipeline/choose-next.js';
export { clusterQuotes } from './pipeline/cluster-quotes.js';
export { type EvaluateOptions, evaluateStudy, evaluateTaggers } from './pipeline/evaluate-tagger.js';
export type {
  CoderFigures,
  CurvePoint,
  Evaluation,
  PassageFigures,
  RankFigures,
  TaggerFigures,
  ThemeFigures,
} from './pipeline/evaluating/evaluation.js';
export { readFigures } from './pipeline/evaluating/read-figures.js';
export { tabulateFigures } from './pipeline/evaluating/tabulate-figures.js';
export { findAllIdentifiers, findIdentifiers } from './pipeline/find-identifiers.js';
export { gatherReportInput } from './pipeline/gather-report-input.js';
export { type GatheredSuggestions, gatherSuggestions } from './pipeline/gather-suggestions.js';
export {
  listClusters,
  listNext,
  listQuotations,
  listQuotes,
  listSuggestions,
} from './pipeline/list-as-json.js';
export {
  type DistinctIdentifier,
  type IdentifierList,
  keyIdentifier,
  listIdentifiers,
} from './pipeline/list-identifiers.js';
export { locatePassages } from './pipeline/locate-passages.js';
export { makeQuote } from './pipeline/make-quote.js';
export { makeReports } from './pipeline/make-reports.js';
export { measureSuggestions, type Precisions } from './pipeline/measure-suggestions.js';
export { parseTranscript } from './pipeline/parse-transcript.js';
export { pickQuotes } from './pipeline/pick-quotes.js';
export { markDecided } from './pipeline/pseudonyms/mark-decided.js';
export { type PulledQuotes, pullQuotes } from './pipeline/pull-quotes.js';
export { type AgreementInput, rateAgreement } from './pipeline/rate-agreement.js';
export { renderEvaluation } from './pipeline/render-evaluation.js';
export { renderReport } from './pipeline/render-report.js';
export { selectPublishable } from './pipeline/select-publishable.js';
export { settleTaggings } from './pipeline/settle-taggings.js';
export {
  listPassages,
  type PassageFindings,
  type PassageInput,
  type PassageOptions,
  suggestQuotes,
  suggestQuotesForStudy,
} from './pipeline/suggest-quotes.js';
export { suggestThemes } from './pipeline/suggest-themes.js';
export { listNone } from './pipeline/suggesting/list-none.js';
export type { FigureTable } from './reporting/contract/evaluation-page.js';
export { describeReport, reports } from './reporting/index.js';
export { taggers } from './taggers/index.js';
export {
  type CountedTexts,
  countLines,
  countTexts,
  startVocabulary,
  type Vocabulary,
} from './text/count-texts.js';
export { type ImportResult, importFiles } from './workspace/import-files.js';
export { initStudy } from './workspace/init-study.js';
export { holdsKeyFile, openKeyFile } from './workspace/key-file/key-file.js';
export { checkPassphrase, readPassphraseFile } from './workspace/key-file/read-passphrase-file.js';
export { type Draft, readDraft } from './workspace/read-draft.js';
export { findReportFolder, readStudy, type StudyReading } from './workspace/read-study.js';
export { readTemplates } from './workspace/read-templates.js';
export { resolveFolder } from './workspace/resolve-inside.js';
export { summariseCheck } from './workspace/summarise-check.js';
export { type PseudonymiseResult, pseudonymiseFiles } from './workspace/write-pseudonymised.js';
export { writeReports } from './workspace/write-reports.js';
