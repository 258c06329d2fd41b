/** Above the column in which an export prints the rule of each line, and an import reads it. */
export const RULE_HEADING = '计分规则';

/** Above the columns of the tables behind an export's table: an import knows these by them. */
export const GROUP_RULES = ['条目', '名称', '规则'] as const;
export const CITED_DOCUMENTS = ['文件', '文号', '出处', '效力'] as const;
export const READINGS = ['口径', '原文', '问题', '读法', '未采用的读法', '条目', '签发'] as const;

/** Rows of `GROUP_RULES` that are of no line. */
export const WHOLE_TABLE = '全表';
export const SCALE_OF_TABLE = '等次打分';
export const ROUNDING_OF_TABLE = '得数显示';
export const GRADES_OF_TABLE = '等次';
export const LEVELS_OF_TABLE = '层级';
