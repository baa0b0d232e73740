/** The start of the desk: words and look come first, then the screen, then the question who this is. */
import '#web/ui/look.ts'
import './styles/desk.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import beatsZh from '#locales/zh-CN/beats.json' with { type: 'json' }
import deskZh from '#locales/zh-CN/desk.json' with { type: 'json' }
import disputesZh from '#locales/zh-CN/disputes.json' with { type: 'json' }
import { cache } from '#web/client/cache.ts'
import { refreshSession, sessionNow } from '#web/client/session.ts'
import { startLook } from '#web/ui/look.ts'
import { startWords } from '#web/ui/words.ts'
import { Look } from './look.tsx'
import { router } from './routes.tsx'

startLook()
await startWords({
  'zh-CN': () => ({ beats: beatsZh, desk: deskZh, disputes: disputesZh }),
  en: async () => {
    const [beats, desk, disputes] = await Promise.all([
      import('#locales/en/beats.json', { with: { type: 'json' } }),
      import('#locales/en/desk.json', { with: { type: 'json' } }),
      import('#locales/en/disputes.json', { with: { type: 'json' } }),
    ])
    return { beats: beats.default, desk: desk.default, disputes: disputes.default }
  },
})

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={cache}>
      <Look>
        <RouterProvider router={router as never} />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
)

if (sessionNow().state === 'in') void refreshSession().catch(() => undefined)

/** A part of an older version is gone from the server: begin again with the new one. */
addEventListener('vite:preloadError', () => location.reload())
