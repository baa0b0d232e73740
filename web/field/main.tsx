/** The start of the field app: words, look and what was kept come first, then the screen, then the network. */
import '#web/ui/look.ts'
import '#web/ui/antd-mobile.css'
import './styles/page.css'
import './styles/bars.css'
import './styles/lists.css'
import './styles/matter.css'
import './styles/standing.css'
import './styles/forms.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import i18next from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import fieldZh from '#locales/zh-CN/field.json' with { type: 'json' }
import { cache } from '#web/client/cache.ts'
import { startOutbox } from '#web/client/outbox.ts'
import { startRemembering } from '#web/client/remembered.ts'
import { refreshSession, sessionNow } from '#web/client/session.ts'
import { startLook } from '#web/ui/look.ts'
import { startWords } from '#web/ui/words.ts'
import { router } from './routes.tsx'

startLook()
await Promise.all([
  startWords({
    'zh-CN': () => ({ field: fieldZh }),
    en: async () => ({ field: (await import('#locales/en/field.json', { with: { type: 'json' } })).default }),
  }),
  startRemembering(),
])

i18next.on('languageChanged', () => void cache.invalidateQueries())

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

startOutbox()
if (sessionNow().state === 'in') void refreshSession().catch(() => undefined)

/** A part of an older version is gone from the server: begin again with the new one. Drafts are kept. */
addEventListener('vite:preloadError', () => location.reload())
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' })
