import path from 'node:path';

/** Tables of the repository that the commands are tried on. */
export const rubrics = path.resolve(import.meta.dirname, '../../../../packages/rubric');
export const table = path.join(rubrics, 'rubrics/yueqing-2020.yaml');
/** the same in the first schema */
export const first = path.join(rubrics, 'rubrics/first-schema/yueqing-2020.json');
const sites = path.join(rubrics, 'tables/01-site-safety');
export const siteTable = path.join(sites, 'table.yaml');
export const siteFacts = path.join(sites, 'facts.yaml');
