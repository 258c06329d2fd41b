import fs from 'node:fs';

/**
 * Sums up what a vitest run reported as JSON: how many passed and failed, which were skipped, and what to print of the
 * failures. A run that ended badly without a failed test (a file that could not load, an error outside of tests) is a
 * failure too.
 */
export const readReport = (file, { endedWell, output }) => {
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : { testResults: [] };
  const summary = { passed: 0, failed: 0, skipped: [], failures: [] };
  for (const suite of report.testResults) count(suite, summary);
  if (!endedWell && summary.failed === 0) {
    summary.failed += 1;
    summary.failures.push(output.trim().split('\n').slice(-60).join('\n'));
  }
  return summary;
};

const count = ({ name, status, message, assertionResults }, summary) => {
  for (const { status: outcome, fullName, failureMessages } of assertionResults) {
    if (outcome === 'passed') summary.passed += 1;
    else if (outcome === 'failed') {
      summary.failed += 1;
      summary.failures.push(`${name}\n  ${fullName}\n${failureMessages.join('\n')}`);
    } else summary.skipped.push(`${name}: ${fullName}`);
  }
  const brokenFile = status === 'failed' && !assertionResults.some((each) => each.status === 'failed');
  if (!brokenFile) return;
  summary.failed += 1;
  summary.failures.push(`${name}\n${message}`);
};
