import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const overview: Said<typeof zh.overview> = {
  name: 'Progress of the year',
  needy: 'Coverage: units with a blank item that need a hand: {{n}}',
  gaps: 'Coverage: units with a blank item: {{n}}',
  covered: 'Coverage: no unit has a blank item',
  crumb: 'Progress · coverage by evidence, units: {{units}} · in organisational order, not ranked',
  failed: 'The progress could not be read',
  empty: 'No unit takes part in this year yet.',
  unit: 'Unit',
  cellLabel: '{{unit}}, item {{item}}, {{covered}} of {{coverable}}',
  returned: 'returned',
  legend: 'criteria with evidence / that take evidence',
  full: 'full',
  few: 'few missing',
  overHalf: 'more than half',
  underHalf: 'less than half',
  blank: 'blank',
  kind: {
    section: 'Sections',
    window: 'Window units',
    institution: 'Institutions',
    enterprise: 'Enterprises',
    committee: 'Committees',
    office: 'Offices',
  },
};
