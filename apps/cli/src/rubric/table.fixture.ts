/** A table of which each test writes what is wrong; it ends on line 14. */
export const HEAD = `schema: mofan-rubric/2
id: t
version: '2026'
title: 表
source: { document: 表, issuedBy: 办公室, printedOn: 2026-01-05 }
points: 10
rounding: { mode: half-up, places: 1 }
grades: [{ code: excellent, title: 优秀 }, { code: qualified, title: 合格 }]
scales: {}
metrics: []
evidenceKinds: [{ id: other, title: 其他, en: other, group: other, criteria: [] }]
documents: []
rulings: { proposedOn: 2026-01-05, items: [] }
children:
`;
/** One line that makes the table whole. */
export const SOUND = '  - { id: a, text: 甲, points: 10, from: { mark: { step: 1 } } }\n';
