/** What programs that open tables take for the beginning of a formula, which could send what stands beside it anywhere. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

/** One line as RFC 4180 has it. A text that could be a formula gets an apostrophe before it, which makes it a text. */
export function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return `${values.map(field).join(',')}\r\n`;
}

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
