import { explainShare, explainSplit, type KeepingSplit, MatchingError } from '#yui/matching';
import { type Basis, compute, NOTHING_DECIDED } from './compute.js';
import type { SplitAnswer, SplitQuestion, SplitReply } from './messages.js';

let basis: Basis | null = null;
let proposal: Readonly<Record<string, number>> = {};

addEventListener('message', ({ data }: MessageEvent<SplitQuestion>) => {
  if (data.kind === 'load') {
    basis = data.basis;
    proposal = {};
    return;
  }
  if (basis !== null) postMessage(reply(basis, data));
});

function reply(from: Basis, { id, decided, locale }: Extract<SplitQuestion, { kind: 'split' }>): SplitReply {
  try {
    if (Object.keys(proposal).length === 0) proposal = unitsOf(compute(from, NOTHING_DECIDED));
    const { result, changes } = compute(from, decided);
    const reasons = Object.fromEntries(
      result.shares.map((share) => [share.facilityId, explainShare(result, share, locale)]),
    );
    const answer: SplitAnswer = { result, changes, proposal, reasons, sentences: explainSplit(result, locale) };
    return { id, answer };
  } catch (error) {
    if (error instanceof MatchingError) return { id, code: error.code };
    throw error;
  }
}

function unitsOf({ result }: KeepingSplit): Readonly<Record<string, number>> {
  return Object.fromEntries(result.shares.map(({ facilityId, units }) => [facilityId, units]));
}
