/** A part of the service worker: shows what is pushed, and opens the matter that is tapped. The texts are the county's own. */
const home = '/field/notices'

self.addEventListener('push', (event) => {
  let told = {}
  try {
    told = event.data?.json() ?? {}
  } catch {
    // Not ours: the browser still wants something shown for every push.
  }
  const { title = '枫桥', body = '', matter = null, urgent = false } = told
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      icon: '/field/icon-192.png',
      badge: '/field/icon-192.png',
      // One line for each matter: a later notice takes the place of an earlier one, and is heard again.
      tag: matter ?? 'notices',
      renotify: true,
      requireInteraction: urgent,
      data: { path: matter ? `/field/matters/${matter}` : home },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const path = event.notification.data?.path ?? home
  event.waitUntil(open(path))
})

/** The app that is open goes there by itself, so that nothing typed in it is lost; otherwise it is opened. */
async function open(path) {
  const windows = await self.clients.matchAll({ type: 'window' })
  const app = windows.find(({ url }) => new URL(url).pathname.startsWith('/field/'))
  if (!app) return self.clients.openWindow(path)
  app.postMessage({ open: path })
  return app.focus()
}
