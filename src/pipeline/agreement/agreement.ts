export type {
  Agreement,
  AgreementUnit,
  CoefficientFigures,
  Disagreement,
} from '../../model/agreement.js';
