import { rubricDraftSentences } from './rubric-draft-sentences.ts';

/**
 * What people read for each problem code, Chinese first. `{name}` stands for a value in the problem's `details`.
 * The api puts the Chinese one into `detail`, the web shows the one of its language.
 */
export const problemSentences: Readonly<Record<string, { zh: string; en: string }>> = {
  'session.required': { zh: '请先登录。', en: 'Sign in first.' },
  'session.wrong-credentials': { zh: '账号或密码不对。', en: 'Wrong account or password.' },
  'access.denied': { zh: '这个账号不能做这件事。', en: 'This account may not do that.' },
  'access.cross-site': { zh: '请求不是从本系统的页面发出的，已拒绝。', en: 'The request did not come from this site.' },
  'not-found': { zh: '没有找到。', en: 'Not found.' },
  'request.invalid': { zh: '填写的内容有误，请按提示修改。', en: 'Some fields are not valid.' },
  'request.not-json': { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'request.too-large': { zh: '请求内容过大。', en: 'The request is too large.' },
  'request.unsupported-media': { zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
  'request.malformed': { zh: '请求格式有误。', en: 'The request is malformed.' },
  'request.as-of-in-the-future': { zh: '截至日期不能晚于今天。', en: 'The as-of date lies in the future.' },
  'position.invalid': { zh: '位置标记无效，请刷新页面。', en: 'The position is not one of this server.' },
  'idempotency.key-missing': {
    zh: '缺少 Idempotency-Key（8–128 个可见字符）。',
    en: 'Idempotency-Key (8–128 visible characters) is missing.',
  },
  'idempotency.key-reused': {
    zh: '这个 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used for another request.',
  },
  'concurrency.conflict': {
    zh: '有人同时在修改，请刷新后再试。',
    en: 'Someone else is changing this; refresh and try again.',
  },
  'internal.error': {
    zh: '系统出错，已记录。数据没有写入一半。',
    en: 'Something went wrong and was logged. Nothing was half-written.',
  },
  'database.unreachable': {
    zh: '数据库暂时连不上，请稍后再试。',
    en: 'The database cannot be reached; try again later.',
  },
  'worker.silent': {
    zh: '后台计算没有运行，数据安全，得分暂不更新。',
    en: 'The worker is silent; data is safe, figures are not updated.',
  },
  'projection.lagging': { zh: '后台计算落后，数据安全，得分稍后更新。', en: 'Read models lag behind; data is safe.' },
  'rebuild.failed': {
    zh: '有读模型重建未成功，仍在使用原来的数据，请管理员查看。',
    en: 'A read model could not be rebuilt; the old one is still in use.',
  },
  'event.parked': { zh: '有记录未能处理，请管理员查看。', en: 'Some events could not be processed.' },
  'file.missing': { zh: '请求里没有名为 file 的文件。', en: 'There is no part named file.' },
  'file.empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'file.too-large': { zh: '文件超过 50 MB。', en: 'The file is larger than 50 MB.' },
  'file.not-allowed': {
    zh: '不接受这种文件。可用 PDF、图片、Word、Excel、PPT、OFD。',
    en: 'This kind of file is not accepted.',
  },
  'file.not-what-it-says': { zh: '文件内容与扩展名不符。', en: 'The content does not match the extension.' },
  'file.unreadable': { zh: '文件已丢失，请联系管理员。', en: 'The file is missing on disk.' },
  'unit.unknown': { zh: '没有这个单位。', en: 'There is no such unit.' },
  'unit.parent-unknown': { zh: '没有这个上级单位。', en: 'There is no such parent unit.' },
  'unit.already-founded': { zh: '这个单位代码已经用过。', en: 'This unit exists already.' },
  'unit.own-parent': { zh: '单位不能是自己的上级。', en: 'A unit cannot be its own parent.' },
  'unit.branch-already-established': { zh: '这个单位已有党支部。', en: 'The unit has a branch already.' },
  'unit.no-branch': { zh: '这个单位没有党支部，不能任命书记。', en: 'The unit has no branch.' },
  'unit.before-founding': {
    zh: '日期早于单位设立（{foundedOn}）。',
    en: 'The date precedes the founding ({foundedOn}).',
  },
  'unit.before-branch': {
    zh: '日期早于党支部成立（{establishedOn}）。',
    en: 'The branch was established later ({establishedOn}).',
  },
  'unit.post-vacant': { zh: '这个职务当时无人担任。', en: 'The post is vacant then.' },
  'unit.tenure-out-of-order': {
    zh: '任免日期须晚于上一次（{from}）。',
    en: 'It must follow the last change ({from}).',
  },
  'cycle.unknown': { zh: '没有这个考核年度，或当时尚未开启。', en: 'There is no such cycle, or it was not open then.' },
  'cycle.already-opened': { zh: '这个考核年度已经开启。', en: 'The cycle is open already.' },
  'cycle.period-reversed': { zh: '起止日期颠倒了。', en: 'The period is reversed.' },
  'cycle.period-outside-year': { zh: '起始日期不在所填年度内。', en: 'The period does not begin in the year.' },
  'cycle.overlaps': {
    zh: '起止日期与考核年度 {cycle}（{from} 至 {to}）重叠。',
    en: 'The period overlaps the cycle {cycle} ({from} to {to}).',
  },
  'cycle.finalised': { zh: '本年度已定案。', en: 'The cycle is finalised.' },
  'cycle.recording-closed': { zh: '本年度现在不接受记录。', en: 'The cycle takes no records now.' },
  'cycle.stage-out-of-order': { zh: '阶段须依次推进。', en: 'Stages follow one another.' },
  'rubric.unknown': { zh: '没有这个版本的考核指标。', en: 'There is no such rubric version.' },
  'rubric.other-content': { zh: '指标内容与名称、版本不符。', en: 'The content is not that of the named version.' },
  'ruling.unknown': { zh: '没有口径 {ruling}。', en: 'There is no ruling {ruling}.' },
  ...rubricDraftSentences,
  'evidence.unknown': { zh: '没有这条记录。', en: 'There is no such record.' },
  'evidence.already-submitted': { zh: '这条记录已经报送。', en: 'The record was submitted already.' },
  'evidence.unit-not-assessed': { zh: '这个单位不在本年度考核范围内。', en: 'The unit is not assessed this year.' },
  'evidence.in-the-future': {
    zh: '发生日期不能晚于今天（{today}）。',
    en: 'The date lies in the future (today is {today}).',
  },
  'evidence.outside-cycle': {
    zh: '发生日期须在 {from} 至 {to} 之间。',
    en: 'The date must lie between {from} and {to}.',
  },
  'evidence.unknown-kind': { zh: '没有这个类别。', en: 'There is no such kind.' },
  'evidence.unknown-criterion': { zh: '{criterion} 不是可以佐证的标准。', en: '{criterion} takes no evidence.' },
  'evidence.unknown-file': {
    zh: '附件不存在或不属于本单位，请重新上传。',
    en: 'An attachment is unknown or not of this unit.',
  },
  'evidence.criterion-twice': { zh: '同一条标准选了两次。', en: 'A criterion is named twice.' },
  'evidence.more-present-than-due': { zh: '实到人数多于应到人数。', en: 'More are present than due.' },
  'evidence.is-submitted': { zh: '这条记录待审核，不能这样办。', en: 'The record awaits review.' },
  'evidence.is-returned': { zh: '这条记录已退回。', en: 'The record has been returned.' },
  'evidence.is-accepted': { zh: '这条记录已采信。', en: 'The record has been accepted.' },
  'evidence.is-withdrawn': { zh: '这条记录已撤回。', en: 'The record has been withdrawn.' },
  'incident.unknown': { zh: '没有这条登记。', en: 'There is no such case.' },
  'incident.already-recorded': { zh: '这条登记已经存在。', en: 'The case was recorded already.' },
  'incident.confirmer-is-registrar': {
    zh: '登记人不能确认自己的登记，须由另一人确认。',
    en: 'Who entered a case cannot confirm it.',
  },
  'incident.not-confirmed': {
    zh: '这条登记还没有确认过，可以撤回，不必撤销。',
    en: 'The case was never confirmed: withdraw it instead.',
  },
  'incident.counts-already': {
    zh: '这条处理已经计分，只能撤销，不能撤回。',
    en: 'The case counts already: reverse it instead.',
  },
  'incident.other-unit': { zh: '更正不能改单位；请撤销后重新登记。', en: 'A correction cannot change the unit.' },
  'incident.in-the-future': {
    zh: '日期不能晚于今天（{today}）。',
    en: 'A date lies in the future (today is {today}).',
  },
  'incident.effect-before-act': {
    zh: '生效日期早于行为日期（{actOn}）。',
    en: 'It takes effect before the act ({actOn}).',
  },
  'incident.learned-before-act': {
    zh: '获知日期早于行为日期（{actOn}）。',
    en: 'It was learned before the act ({actOn}).',
  },
  'incident.no-open-cycle': {
    zh: '没有可计入的考核年度（{effectiveOn}）。',
    en: 'No cycle can take it ({effectiveOn}).',
  },
  'incident.is-recorded': { zh: '这条登记待确认。', en: 'The case awaits confirmation.' },
  'incident.is-confirmed': { zh: '这条登记已确认。', en: 'The case has been confirmed.' },
  'incident.is-reversed': { zh: '这条处理已撤销。', en: 'The case has been reversed.' },
  'incident.is-withdrawn': { zh: '这条登记已撤回。', en: 'The case has been withdrawn.' },
};

/** The sentence for a problem; undefined for a code that nobody has written one for. */
export const problemSentence = (
  code: string,
  language: 'zh' | 'en',
  details: Readonly<Record<string, string | number>> = {},
): string | undefined =>
  problemSentences[code]?.[language].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
