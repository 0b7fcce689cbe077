import { INTL_TAG, type Language } from './page-language.ts';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const LENGTHS = [...UNITS, ['second', 1]] as const;

const writers = new Map<Language, Writer>();

/** Writes numbers and moments in a page's language. One for each language: its formats take a millisecond to make. */
export function createWriter(language: Language): Writer {
  const writer = writers.get(language) ?? makeWriter(language);
  writers.set(language, writer);
  return writer;
}

function makeWriter(language: Language) {
  const tag = INTL_TAG[language];
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const dollars = new Intl.NumberFormat(INTL_TAG.en, { style: 'currency', currency: 'USD' });
  const smallDollars = new Intl.NumberFormat(INTL_TAG.en, {
    ...{ style: 'currency', currency: 'USD', maximumFractionDigits: 3 },
  });
  // "0.50 US$", as Arabic has it, falls apart among letters that run the other way.
  const inOneRun = (text: string) => (language === 'ar' ? `\u2066${text}\u2069` : text);
  const megabytes = new Intl.NumberFormat(tag, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const hour = new Intl.DateTimeFormat(tag, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const utcDate = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const utcDateTime = new Intl.DateTimeFormat(tag, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    ...{ timeZone: 'UTC', timeZoneName: 'short' },
  });
  const utcDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const lengths = LENGTHS.map(([unit, size]) => {
    const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
    return { size, format: new Intl.NumberFormat(tag, style) };
  });
  const list = new Intl.ListFormat(tag, { type: 'disjunction' });
  return {
    date: (iso: string) => date.format(new Date(iso)),
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    /** "5 minutes ago"; a moment of the last minute, or one ahead of this clock, is "now". */
    ago(iso: string, now: number): string {
      const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
      const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ['second', 1];
      return relative.format(unit === 'second' ? 0 : -Math.floor(seconds / size), unit);
    },
    /** An hour within a week. */
    hour: (iso: string) => hour.format(new Date(iso)),
    /** For where nobody has told where they are. */
    utcDate: (iso: string) => utcDate.format(new Date(iso)),
    utcDateTime: (iso: string) => utcDateTime.format(new Date(iso)),
    utcDay: (iso: string) => utcDay.format(new Date(iso)),
    /** How long something took, e.g. "3.5 min". */
    duration(seconds: number): string {
      const length = lengths.find(({ size }) => seconds >= size) ?? lengths.at(-1);
      return length?.format.format(seconds / length.size) ?? '';
    },
    percent: (share: number) => percent.format(share),
    number: (value: number) => number.format(value),
    dollars: (value: number) => inOneRun(dollars.format(value)),
    /** Down to a tenth of a cent: what X asks for one post. */
    smallDollars: (value: number) => inOneRun(smallDollars.format(value)),
    bytes: (value: number) => megabytes.format(value / 1_048_576),
    anyOf: (items: readonly string[]) => list.format(items),
  };
}
export type Writer = ReturnType<typeof makeWriter>;
