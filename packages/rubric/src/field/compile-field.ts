import { compileCondition, compileNumber } from '../expression/compile.ts';
import { inputsOf } from '../expression/inputs.ts';
import type { Consequence, Selection } from '../language/selection.ts';
import { ratio } from '../ratio.ts';
import type { Scopes } from '../scopes.ts';
import type { CompiledConsequence, CompiledSelection } from './compiled.ts';

/** `before`: the selections that are carried out before this one. */
export function compileSelection(source: Selection, before: readonly string[], scopes: Scopes): CompiledSelection {
  const scope = scopes.after(source.id, before);
  const { eligible, order, quota } = source;
  const asked = [eligible, ...order.map(({ by }) => by), quota?.where].filter((text) => text !== undefined);
  return {
    source,
    eligible: source.eligible === undefined ? null : compileCondition(source.eligible, scope),
    keys: source.order.map(({ by, best }) => ({ read: compileNumber(by, scope), best })),
    share: source.quota ? ratio(source.quota.share) : null,
    counting: source.quota?.where === undefined ? null : compileCondition(source.quota.where, scope),
    least: Number(source.least ?? '0'),
    inputs: inputsOf(asked, scope),
  };
}

export function compileConsequence(
  source: Consequence,
  selections: readonly string[],
  scopes: Scopes,
): CompiledConsequence {
  const scope = scopes.after(source.id, selections);
  return {
    source,
    when: source.when === undefined ? null : compileCondition(source.when, scope),
    amount: source.amount === undefined ? null : compileNumber(source.amount, scope),
    by: source.split ? compileNumber(source.split.by, scope) : null,
    inputs: inputsOf(
      [source.when, source.amount, source.split?.by].filter((text) => text !== undefined),
      scope,
    ),
  };
}
