/** 删除我的信息: a resident's name, number and code leave what has ended; the matter stays, without them. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Db } from '#db/db.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { forget } from '#modules/matters/reporters/join.server.ts'
import type { Followed } from '#modules/matters/reporters/reporters-store.server.ts'
import { hasEnded } from '#modules/matters/rules/joining.ts'
import { findAny } from '#modules/matters/store.server.ts'
import type { Env } from '#server/context.ts'
import { type Html, sayIn } from '#server/page.ts'

/** Whether nothing is owed to them about it any more. */
export async function mayForget(db: Db, { matter }: Followed): Promise<boolean> {
  const main = matter.duplicateOf ? await findAny(db, matter.county, matter.duplicateOf) : undefined
  return hasEnded(matter, main)
}

/** One row can be forgotten once, so its id says it all: tapped twice, it happens once. */
export const erase = (c: Context<Env>, { matter, reporter }: Followed): Promise<Refusal | undefined> =>
  forget(c.var.db, matter.county, matter.id, reporter, idFor<CommandId>('forget', matter.id, reporter), 'reporter', c.var.now)

/** Under a report's progress: the button, or why there is none yet. */
export function eraseForm(c: Context<Env>, { reporter }: Followed, mayErase: boolean): Html {
  const say = sayIn(c)
  if (!mayErase) return html`<p class="soft">${say('residents:erase.notYet')}</p>`
  return html`<details class="fold"><summary>${say('residents:erase.one')}</summary><form method="post" action="/me/reports/${reporter}/erase" id="erase"><p>${say('residents:erase.warning')}</p><button class="button wide">${say('residents:erase.send')}</button></form></details>`
}
