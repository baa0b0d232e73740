/** The public pages about matters: the notice board that leads to a report, the report, and following it. */
import { router } from '#server/context.ts'
import { boardPages } from './pages/board.server.ts'
import { type Below, progressPages } from './pages/progress.server.ts'
import { reportPages } from './pages/report.server.ts'

export const matterPages = (below: Below) => router().route('/', boardPages).route('/', reportPages).route('/', progressPages(below))
