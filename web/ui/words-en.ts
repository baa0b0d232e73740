/** The English catalogues, brought only to those who chose English. */
import app from '#locales/en/app.json' with { type: 'json' }
import matters from '#locales/en/matters.json' with { type: 'json' }
import notices from '#locales/en/notices.json' with { type: 'json' }
import people from '#locales/en/people.json' with { type: 'json' }
import places from '#locales/en/places.json' with { type: 'json' }
import refusals from '#locales/en/refusals.json' with { type: 'json' }

export const words = { app, matters, notices, people, places, refusals }
