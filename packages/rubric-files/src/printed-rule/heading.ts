/** Above the column in which an export prints the rule of each line, and an import reads it. */
export const RULE_HEADING = '计分规则';
