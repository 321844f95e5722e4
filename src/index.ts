export type { AgreementFigures } from './charts/agreement.js';
export type { Chart, ChartSpec, ChartTable } from './charts/chart.js';
export type { CoOccurrence } from './charts/co-occurrence.js';
export { drawChart } from './charts/drawing/draw-chart.js';
export { defaultLook, type Look } from './charts/drawing/look.js';
export { type Figure, makeFigure } from './charts/drawing/make-figure.js';
export { charts } from './charts/index.js';
export type { InterviewStrip } from './charts/interview-strip.js';
export type { Reliability } from './charts/reliability.js';
export type { Saturation } from './charts/saturation.js';
export type { ThemeByAttribute } from './charts/theme-by-attribute.js';
export type { ThemePrevalence } from './charts/theme-prevalence.js';
export type { Voices } from './charts/voices.js';
export type { Coefficient, MarkedTexts, Rating, RatingTable } from './coefficients/coefficient.js';
export { coefficients, passageCoefficients } from './coefficients/index.js';
export { ToolkitError } from './errors.js';
export { exchanges, findExchange } from './exchanges/index.js';
export { formats, recogniseFormat } from './formats/index.js';
export { type Action, type ActionRequest, actionRequestSchema, actionSchema } from './model/action.js';
export type { Confusions, StudyAgreement } from './model/agreement.js';
export type { Anchoring } from './model/anchoring.js';
export type { Board } from './model/board.js';
export type { Cluster, Clustering } from './model/cluster.js';
export { CONSENSUS, type Decision } from './model/decision.js';
export type { FittedModel } from './model/fitted-model.js';
export type { Change, HistoryEntry } from './model/history.js';
export type { IdentifierDecision, IdentifierVerdict } from './model/identifier-decision.js';
export type { Memo } from './model/memo.js';
export type { Notice, Place, Severity } from './model/notice.js';
export type { Consent, ConsentScope, Participant } from './model/participant.js';
export type { PassageEvidence, PassageSuggestion } from './model/passage-suggestion.js';
export type { Patterns } from './model/pattern.js';
export type { Quote } from './model/quote.js';
export type { Language, Settings } from './model/settings.js';
export type { Span } from './model/span.js';
export type { Speaker } from './model/speaker.js';
export type { Study } from './model/study.js';
export type {
  Evidence,
  ExplainedSuggestion,
  Flip,
  MeasuredPrecision,
  Strength,
  Suggestion,
} from './model/suggestion.js';
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
export { attributeParticipants } from './pipeline/attribute-participants.js';
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
  chooseSuggested,
  type NextPart,
  type NextQuote,
  type NextQuotes,
} from './pipeline/choose-next.js';
export { clusterQuotes } from './pipeline/cluster-quotes.js';
export { compareCoders } from './pipeline/compare-coders.js';
export {
  compareStudies,
  type DecisionChange,
  isUnchanged,
  type StudyDifference,
  type StudyState,
} from './pipeline/compare-studies.js';
export { type DerivedWording, deriveWording } from './pipeline/derive-wording.js';
export { describeIdentity, type IdentityCard } from './pipeline/describe-identity.js';
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
export { findConfusions } from './pipeline/find-confusions.js';
export { findAllIdentifiers, findIdentifiers } from './pipeline/find-identifiers.js';
export { findPatterns, type PatternInput } from './pipeline/find-patterns.js';
export { findSpeaker, type SpanSpeaker } from './pipeline/find-speaker.js';
export { type FittedModelWithNotices, fitModel } from './pipeline/fit-model.js';
export { gatherReportInput } from './pipeline/gather-report-input.js';
export { type GatheredSuggestions, gatherSuggestions } from './pipeline/gather-suggestions.js';
export {
  type DecidedIdentifiers,
  guardPublication,
  type Leak,
  refuseLeaks,
} from './pipeline/guard-publication.js';
export { listOutgoing, type OutgoingText } from './pipeline/guarding/outgoing-text.js';
export { type LintInput, lintCodebook } from './pipeline/lint-codebook.js';
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
export { describePassage } from './pipeline/passages/describe-passage.js';
export { layOutCharts, type PatternCharts } from './pipeline/patterns/lay-out-charts.js';
export { pickQuotes } from './pipeline/pick-quotes.js';
export { markDecided } from './pipeline/pseudonyms/mark-decided.js';
export { type PulledQuotes, pullQuotes } from './pipeline/pull-quotes.js';
export { type AgreementInput, rateAgreement } from './pipeline/rate-agreement.js';
export { renderEvaluation } from './pipeline/render-evaluation.js';
export {
  listOfficeFormats,
  type OfficeFile,
  type OfficeFormat,
  renderOffice,
} from './pipeline/render-office.js';
export { renderReport } from './pipeline/render-report.js';
export { chooseVerificationFormat, renderVerification } from './pipeline/render-verification.js';
export { renderMarkdown } from './pipeline/rendering/tame-markdown.js';
export { applyChanges } from './pipeline/reviewing/apply-changes.js';
export { describeEntry } from './pipeline/reviewing/describe-entry.js';
export { findRedoable, findUndoable } from './pipeline/reviewing/find-undoable.js';
export { invertChanges } from './pipeline/reviewing/invert-changes.js';
export { type EntryOffer, judgeEntry, listLatestChanges } from './pipeline/reviewing/judge-entry.js';
export { type KnownFiles, planAction, type ReviewJob } from './pipeline/reviewing/plan-action.js';
export { type ActionPreview, previewAction } from './pipeline/reviewing/preview-action.js';
export { type SnappedSelection, snapSelection } from './pipeline/reviewing/snap-selection.js';
export {
  indexStudy,
  type SearchHit,
  type StudyIndex,
  type StudyQuery,
  searchStudy,
} from './pipeline/search-study.js';
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
export { describeFlip } from './pipeline/suggesting/describe-flip.js';
export { listNone } from './pipeline/suggesting/list-none.js';
export { locateTerms } from './pipeline/suggesting/locate-terms.js';
export { type LineOptions, type TaggedLines, tagLines } from './pipeline/tag-lines.js';
export { type PreparedModel, prepareModel, type TextSuggestion } from './pipeline/tag-text.js';
export { describeNegations } from './pipeline/wordings/describe-negations.js';
export { describeWordingDifferences } from './pipeline/wordings/describe-wording-differences.js';
export { findHiddenNegations } from './pipeline/wordings/find-hidden-negations.js';
export { layOutWording, type WordingPiece } from './pipeline/wordings/lay-out-wording.js';
export type { FigureTable } from './reporting/contract/evaluation-page.js';
export { describeReport, reports } from './reporting/index.js';
export { findUtterance } from './reporting/printing/find-place.js';
export { taggers } from './taggers/index.js';
export {
  type CountedTable,
  type CountedTexts,
  countLines,
  countTexts,
  startVocabulary,
  tabulateLines,
  type Vocabulary,
} from './text/count-texts.js';
export { findWilsonInterval } from './text/measures/find-wilson-interval.js';
export { type DraftedExport, draftExport, type ExportResult, exportStudy } from './workspace/export-study.js';
export { type ImportResult, importFiles } from './workspace/import-files.js';
export { initStudy } from './workspace/init-study.js';
export { holdsKeyFile, openKeyFile } from './workspace/key-file/key-file.js';
export { checkPassphrase, readPassphraseFile } from './workspace/key-file/read-passphrase-file.js';
export { listOwnAddresses } from './workspace/list-own-addresses.js';
export { readModel, writeModel } from './workspace/model-file.js';
export { openBrowser } from './workspace/open-browser.js';
export { openAsking, saveAnswer, undoAnswer } from './workspace/pseudonymising/ask-strings.js';
export { type Draft, readDraft } from './workspace/read-draft.js';
export { type PageFile, readPage } from './workspace/read-page.js';
export { type PdfReading, readPdfFiles } from './workspace/read-pdf-files.js';
export { readState, type StateBase } from './workspace/read-state.js';
export { findReportFolder, readStudy, type StudyReading } from './workspace/read-study.js';
export { readTemplates } from './workspace/read-templates.js';
export { applyToReading } from './workspace/recording/apply-to-reading.js';
export {
  findOutsideChanges,
  openRecording,
  type PerformedAction,
  performAction,
  type Recording,
} from './workspace/recording/recording.js';
export { resolveFolder } from './workspace/resolve-inside.js';
export {
  placeReviewMarker,
  type ReviewMarker,
  readReviewMarker,
  refuseSecond,
  removeStaleMarker,
} from './workspace/review-marker.js';
export { summariseCheck } from './workspace/summarise-check.js';
export {
  finishWithdrawal,
  type StudyWriter,
  type WithdrawalResult,
  withdrawParticipant,
} from './workspace/withdraw-participant.js';
export { type PseudonymiseResult, pseudonymiseFiles } from './workspace/write-pseudonymised.js';
export { writeReports } from './workspace/write-reports.js';
