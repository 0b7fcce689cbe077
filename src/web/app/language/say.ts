export { createSay, type Say } from '../../../wording/say-page.ts';
