import type { RubricFinding } from '@mofan/contracts/rubric';
import { keyOf } from '@mofan/rubric/lint/finding';
import { lint } from '@mofan/rubric/lint/lint';
import { findingWording } from '@mofan/rubric/lint/wording';
import type { Rubric } from '@mofan/rubric/rubric';
import type { RubricVersion } from '@mofan/store/rubric-library';

/** By version and signatures: content never changes under its hash, and rulings are signed a few times a year. */
const known = new Map<string, RubricFinding[]>();

/** What the linter finds in a version, with the signed readings in force; the open ones first. */
export const findingsOf = (version: RubricVersion, signed: readonly string[]): RubricFinding[] => {
  const id = [version.hash, ...signed.toSorted()].join(' ');
  const found = known.get(id) ?? lintSigned(version.compiled.published, signed);
  known.set(id, found);
  return found;
};

/** The same of any table. Throws RubricError on one whose parts do not agree. */
export const lintSigned = (published: Rubric, signed: readonly string[]): RubricFinding[] => {
  const proposals = new Map(lint(published).map(({ finding, settledBy }) => [keyOf(finding), settledBy]));
  return lint(published, { rulings: signed }).map(({ finding, severity, settledBy }) => ({
    code: finding.code,
    severity,
    ...findingWording(published, finding),
    leaves: finding.leaves,
    settledBy,
    proposedBy: settledBy.length > 0 ? [] : (proposals.get(keyOf(finding)) ?? []),
  }));
};
