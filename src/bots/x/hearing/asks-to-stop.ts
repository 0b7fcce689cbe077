const STOP = /^(?:please )?(?:stop|unsubscribe|quit|توقف|توقّف|قف|كفى|أوقف)(?: please)?[.!؟\s]*$/iu;

/** Whether all that a post says to the bot is that it should leave its author alone. */
export function asksToStop(text: string): boolean {
  return STOP.test(text.replace(/@opencall/gi, ' ').trim());
}
