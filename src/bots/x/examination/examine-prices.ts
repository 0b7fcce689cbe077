import { type Finding, failing, ok } from '../../finding.ts';
import { costOfCall, totalsOf } from '../money/cost-of-call.ts';
import { MICRO_DOLLARS, toDollars } from '../money/prices.ts';
import { READING_SHARE } from '../money/purse.ts';

const ABOUT = 'x prices';
const AN_EXAMPLE = { requests: 1000, clips: 50 };

/** What a day may cost, what it gets for that, and what a call costs. `spentToday` is null where it is not known. */
export function examinePrices(dailyDollars: number, spentToday: number | null): Finding {
  const reading = dailyDollars * READING_SHARE;
  const mentions = Math.floor(reading / toDollars(MICRO_DOLLARS['own-read']));
  const replies = Math.floor((dailyDollars - reading) / toDollars(MICRO_DOLLARS.reply + MICRO_DOLLARS['alt-text']));
  const gets = `${mentions.toLocaleString('en')} mentions and ${replies.toLocaleString('en')} replies`;
  if (mentions < 1 || replies < 1) {
    const says = `At most ${dailyDollars} $ a day (X_DAILY_DOLLARS), which is enough for ${gets}.`;
    return failing(ABOUT, says, 'Set X_DAILY_DOLLARS to what X may cost a day, such as 5.');
  }
  const { call, day } = totalsOf(costOfCall(AN_EXAMPLE));
  const spent = spentToday === null ? '' : ` Today it was ${dollars(spentToday)}.`;
  const example = `A call of ${AN_EXAMPLE.requests.toLocaleString('en')} requests and ${AN_EXAMPLE.clips} clips costs about ${dollars(call)}, and ${dollars(day)} for each day that it is looked after.`;
  return ok(ABOUT, `At most ${dailyDollars} $ a day (X_DAILY_DOLLARS), enough for ${gets}.${spent} ${example}`);
}

const dollars = (amount: number) => `${amount.toFixed(2)} $`;
