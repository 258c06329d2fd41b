import type { Said } from '../language/said.ts';
import type * as zh from './zh.ts';

export const notification: Said<typeof zh.notification> = {
  name: 'Notices',
  bell: 'Unread notices: {{n}}',
  bellNone: 'Notices, none unread',
  allRead: 'All notices are read',
  unread: 'Unread: ',
  none: 'No notices yet.',
  all: 'All notices',
  markRead: 'Mark as read',
  failed: 'The notices could not be read',
  titled: '“{{title}}”',
  untitled: 'A piece of evidence',
  sentence: {
    'incident-confirmed': '{{category}} {{documentNumber}} is confirmed and counts for the unit. Open to see why.',
    'incident-reversed': 'A case is reversed, the points are back: {{reason}} {{outcomeDocument}}',
    'evidence-returned': '{{title}} was returned: {{reason}}',
    'evidence-accepted': '{{title}} was accepted.',
    'incident-to-confirm': 'A case waits for your confirmation: {{category}} {{documentNumber}}',
  },
};
