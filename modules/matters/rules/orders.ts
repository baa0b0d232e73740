/** Orders from above that nobody will answer any more: the work they were about has ended with this. Whoever gave them is told. */
import type { Matter } from '../matter.ts'
import type { Command } from '../wire.ts'

const ending: readonly Command['do'][] = ['settle', 'refuse', 'withdraw', 'link']

/** The versions of the orders that end unanswered with a command. */
export function ordersEnding({ orders, application }: Matter, command: Command): { ends?: readonly number[] } {
  const isEnd = ending.includes(command.do) || (command.do === 'grant' && application?.kind === 'voiding')
  return isEnd && orders.length > 0 ? { ends: orders.map(({ id }) => id) } : {}
}
