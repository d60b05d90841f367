export { type Bar, BarList } from './BarList.tsx';
export { DocumentList, DocumentName, hrefOfDocument } from './DocumentList.tsx';
export { DocumentsField } from './DocumentsField.tsx';
export { type Upload, type UploadDocument, uploadTo } from './document-upload.ts';
export { type HistoryStep, StepHistory } from './StepHistory.tsx';
export { Trend, type TrendSeries } from './Trend.tsx';
export { useAidWord } from './useAidWord.ts';
