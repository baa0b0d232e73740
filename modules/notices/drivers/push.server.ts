/** Web push (RFC 8030, 8291, 8292): what is told is sealed for the one browser that subscribed; the push service cannot read it. */
import webpush from 'web-push'
import { type Driver, type Message, request, Undelivered } from './driver.server.ts'

export type Vapid = { readonly publicKey: string; readonly privateKey: string }

/** A day: whoever was without a network for longer finds it in the inbox. */
const keptSeconds = 86_400

export const payloadOf = ({ title, body, matterId = null, isUrgent = false }: Message) => ({
  title,
  body,
  matter: matterId,
  urgent: isUrgent,
})

/** `contact`: an https address or a mailto:, by which a push service could reach whoever runs this. */
export const push = ({ vapid, contact }: { vapid: Vapid; contact: string }): Driver => ({
  outcome: 'sent',
  async send(message) {
    const { endpoint, body, headers } = sealed(message, vapid, contact)
    const { status } = await request('push', endpoint, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: body as Uint8Array<ArrayBuffer>,
    })
    if (status === 404 || status === 410) throw new Undelivered(`push: HTTP ${status}`, { isGone: true })
    if (status >= 300) throw new Undelivered(`push: HTTP ${status}`, { isFinal: status < 500 && status !== 429 })
  },
})

function sealed(message: Message, vapid: Vapid, subject: string) {
  const options = { vapidDetails: { subject, ...vapid }, TTL: keptSeconds, urgency: message.isUrgent ? 'high' : 'normal' } as const
  try {
    return webpush.generateRequestDetails(JSON.parse(message.to), JSON.stringify(payloadOf(message)), options)
  } catch {
    // Its keys are no keys, and will never be.
    throw new Undelivered('push: unusable subscription', { isGone: true })
  }
}
