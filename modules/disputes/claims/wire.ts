/** What crosses the network about claims of allowances. */
import { z } from 'zod'
import { Command, Envelope } from '../wire.ts'

export const ClaimsQuery = z.object({ state: z.enum(['waiting', 'decided']).default('waiting') })

/** What the judicial office does with a claim, without opening the file. */
export const ClaimEnvelope = Envelope.omit({ command: true }).extend({
  command: Command.refine((command) => command.do === 'callBack' || command.do === 'decideClaim', 'a command about a claim'),
})
