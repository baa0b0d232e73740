/** The work in a village through the outbox: records, bulletins, clues, groups and facilities. */
import type { RecordRow } from '#modules/beats/reply.ts'
import type { Command } from '#modules/beats/wire.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { mint } from './api.ts'
import { type Sent, submit } from './outbox.ts'
import type { Form, Subject } from './outbox-rules.ts'

/** `after`: what has to have arrived before it can be pointed at. */
type More = { readonly form?: Form; readonly after?: Subject; readonly method?: 'PUT' | 'DELETE' }

/** A record of the work in a village: made, or changed by its author. */
export function sendBeatCommand(record: string, command: Command, about: string, more: More = {}): Promise<Sent<RecordRow>> {
  const id = mint<CommandId>()
  return submit({
    ...{ id, kind: command.do === 'file' ? 'first' : 'command', subject: { of: 'beats', id: record }, photos: [], about },
    ...{ path: `/beats/records/${record}/commands`, body: { commandId: id, command } },
    ...more,
  })
}

type PaperPath = `/${'bulletins' | 'clues'}` | `/${'bulletins' | 'clues' | 'groups' | 'facilities'}/${string}`

/** What is no record, but a row: its own id makes that it arrives once. */
export const sendBeatPaper = (path: PaperPath, id: string, body: object, about: string, more: More = {}): Promise<Sent<{ id: string }>> =>
  submit({
    ...{ id: mint(), kind: more.form ? 'first' : 'command', subject: { of: 'beats', id }, path: `/beats${path}` },
    ...{ body: { ...body }, photos: [], about },
    ...more,
  })
