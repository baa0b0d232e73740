/** What every driver does: one message to one address, or an error that says whether another try could help. */
import type { Facts } from '../notice.ts'

export type Message = {
  /** A telephone number, an openid, or for web push the subscription as JSON. A robot knows its own. */
  readonly to: string
  readonly title: string
  readonly body: string
  readonly facts: Facts
  /** The template's code at the provider. */
  readonly outside: string | null
  /** What goes into the fields of a template at WeChat. */
  readonly fields?: Readonly<Record<string, { readonly value: string }>>
  readonly link?: string | undefined
  readonly matterId?: string | null
  readonly isUrgent?: boolean
}

/** `outcome`: what became of a message that `send` did not throw over. */
export type Driver = {
  readonly outcome: 'sent' | 'logged'
  /** Answers what the provider calls the message, if it will say later what became of it. */
  send(message: Message): Promise<string | undefined>
}

/** The message is for the administrator and in the log: a provider's code, never a number, a name or an address. */
export class Undelivered extends Error {
  /** Trying again cannot help until somebody changes something. */
  readonly isFinal: boolean
  /** The address itself is no more. */
  readonly isGone: boolean
  constructor(message: string, { isFinal = false, isGone = false } = {}) {
    super(message)
    this.isFinal = isFinal || isGone
    this.isGone = isGone
  }
}

const patience = 10_000

/** A provider's code as it may be told. */
export const codeOf = (code: unknown): string => /^[\w.:-]{1,60}$/.exec(String(code))?.[0] ?? 'unknown'

/** A request with ten seconds' patience that follows no redirect. What the network says can name an address, so it is not passed on. */
export async function request(provider: string, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) })
  } catch {
    throw new Undelivered(`${provider}: no answer`)
  }
}

/** The JSON object a provider answers with, whatever the status. */
export async function answerOf(provider: string, response: Response): Promise<Record<string, unknown>> {
  const answer: unknown = await response.json().catch(() => undefined)
  if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>
  throw new Undelivered(`${provider}: HTTP ${response.status}`)
}

export const postJson = async (provider: string, url: string, body: unknown): Promise<Record<string, unknown>> =>
  answerOf(
    provider,
    await request(provider, url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    }),
  )
