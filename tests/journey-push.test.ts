/** Web push as a phone meets it. The test's browser has no push service, so its answer stands in; the worker, the server and the page are real. */
import { createECDH, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { accessible, journey, signIn } from './journey.ts'

const ecdh = createECDH('prime256v1')
const keys = { p256dh: ecdh.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') }
const endpoint = 'https://push.example.com/one'

/** What the push service answers: a subscription, or that it is not there. */
const answering = (isThere: boolean) => `
  let made = null
  const subscription = { endpoint: '${endpoint}', toJSON: () => (${JSON.stringify({ endpoint, keys })}), unsubscribe: async () => { made = null; return true } }
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    if (!${isThere}) throw new DOMException('Registration failed - push service error', 'AbortError')
    globalThis.subscribedWith = applicationServerKey
    return (made = subscription)
  }
  PushManager.prototype.getSubscription = async () => made
  Notification.requestPermission = async () => 'granted'
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })`

journey('a phone whose push service cannot be reached is told so, and what to do instead', async ({ url, phone, opened, complaints }) => {
  const chief = await phone()
  await chief.addInitScript(answering(false))
  await signIn(chief, `${url}/field/`, 'chief')
  await chief.getByRole('link', { name: '我', exact: true }).click()
  await chief.getByRole('switch', { name: '手机通知' }).click()
  await chief.getByText(/连不上浏览器的推送服务/).waitFor()
  expect(await opened.db.selectFrom('pushSubscriptions').select('id').execute()).toEqual([])
  expect(complaints).toEqual([])
})

journey('a phone asks to be told, shows what is pushed under its matter, and is told no more when it says so', async (it) => {
  const { url, phone, opened, complaints } = it
  const chief = await phone({ permissions: ['notifications'] })
  await chief.addInitScript(answering(true))
  await signIn(chief, `${url}/field/`, 'chief')
  await chief.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await chief.getByRole('link', { name: '我', exact: true }).click()
  const push = chief.getByRole('switch', { name: '手机通知' })
  await push.click()
  await chief.getByText('已开启，应用关着也会提醒').waitFor()
  await accessible(chief)
  const rows = await opened.db.selectFrom('pushSubscriptions').select(['endpoint', 'keys']).execute()
  expect(rows.map((row) => [row.endpoint, JSON.parse(opened.secrets.open(row.keys))])).toEqual([[endpoint, keys]])
  expect(await chief.evaluate(`fetch('/api/notices/push').then((it) => it.json()).then(({ key }) => key === subscribedWith)`)).toBe(true)

  const devtools = await chief.context().newCDPSession(chief)
  const found = new Promise<string>((resolve) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith('/field/'))
      if (ours) resolve(ours.registrationId)
    }),
  )
  await devtools.send('ServiceWorker.enable')
  const told = { title: '新事项待接单', body: '槐树巷 垃圾', matter: 'm-1', urgent: false }
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId: await found, data: JSON.stringify(told) })
  const shown = `navigator.serviceWorker.ready.then((it) => it.getNotifications()).then((all) => all.map(({ title, body, data }) => [title, body, data.path]))`
  await expect.poll(() => chief.evaluate(shown)).toEqual([['新事项待接单', '槐树巷 垃圾', '/field/matters/m-1']])

  await push.click()
  await chief.getByText('应用关着时也提醒您').waitFor()
  expect(await opened.db.selectFrom('pushSubscriptions').select('id').execute()).toEqual([])
  expect(complaints).toEqual([])
})
