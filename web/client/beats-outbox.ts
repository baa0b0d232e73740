/** The work in a village through the outbox: records, bulletins, clues and groups. */
import type { RecordRow } from '#modules/beats/reply.ts'
import type { Command } from '#modules/beats/wire.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { mint } from './api.ts'
import { type Sent, submit } from './outbox.ts'
import type { Form, Subject } from './outbox-rules.ts'

/** A record of the work in a village: made, or changed by its author. `after`: what has to have arrived before it can be pointed at. */
export function sendBeatCommand(
  record: string,
  command: Command,
  about: string,
  { form, after }: { form?: Form; after?: Subject } = {},
): Promise<Sent<RecordRow>> {
  const id = mint<CommandId>()
  return submit({
    ...{ id, kind: command.do === 'file' ? 'first' : 'command', subject: { of: 'beats', id: record }, photos: [], about },
    ...{ path: `/beats/records/${record}/commands`, body: { commandId: id, command } },
    ...(form ? { form } : {}),
    ...(after ? { after } : {}),
  })
}

/** A bulletin, a clue or a group: its own id makes it arrive once. */
export function sendBeatPaper(
  path: '/bulletins' | '/clues' | `/groups/${string}`,
  body: { readonly id: string },
  about: string,
  form: Form,
): Promise<Sent<{ readonly id: string }>> {
  const method = path.startsWith('/groups/') ? ({ method: 'PUT' } as const) : {}
  const subject = { of: 'beats', id: body.id } as const
  return submit({ id: mint(), kind: 'first', subject, ...method, path: `/beats${path}`, body, photos: [], about, form })
}
