import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const cycle: Said<typeof zh.cycle> = {
  open: 'Open a year',
  title: 'Open a year of assessment',
  crumb: 'Rubrics: a year is scored by its version for as long as it is kept',
  version: 'Version',
  hash: 'hash {{hash}}',
  openRulings: '{{n}} rulings unsigned',
  allSigned: 'all rulings signed',
  unsignedHint:
    '{{n}} rulings of this version are unsigned: the year can be opened, and is read by the letter until then.',
  year: 'Year',
  from: 'From',
  to: 'To',
  units: 'Units that are assessed ({{n}})',
  everyUnit: 'All',
  noUnit: 'None',
  submit: 'Open',
  opened: 'The year {{year}} is open, in deployment',
  notOpened: 'Not opened',
  notYours: 'Years are opened by the steering office.',
  failed: 'Versions and units could not be read',
  noVersions: 'There is no version yet: upload a table and have it published.',
  fault: {
    version: 'Choose a version.',
    year: 'A year from 2000 to 2199.',
    taken: 'The year {{year}} is open already.',
    from: 'It must begin within the year.',
    to: 'It must end after it begins.',
    units: 'Choose a unit at least.',
  },
};
