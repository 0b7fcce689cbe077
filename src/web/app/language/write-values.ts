export { createWriter, type Writer } from '../../../wording/write-values.ts';
