/** What is recorded in the trail, by name. Whoever records something new names it here, and gives it words in both languages. */
export const auditActions = [
  'session.started',
  'matter.opened',
  'reporter.opened',
  'matters.exported',
  'person.added',
  'post.granted',
  'post.ended',
  'post.handedOver',
  'password.reset',
  'password.changed',
  'places.imported',
  'place.changed',
  'place.changePlanned',
  'place.changeCancelled',
  'category.changed',
  'settings.changed',
  'notices.changed',
  'dispute.opened',
  'dispute.code',
  'dispute.printed',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What a line can be about. */
export const auditSubjects = ['person', 'matter', 'queue', 'places', 'place', 'county', 'category', 'notices', 'dispute'] as const
export type AuditSubject = (typeof auditSubjects)[number]
