export { DIRECTION, isLanguage, type Language } from '../../../wording/page-language.ts';
