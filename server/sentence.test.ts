import { expect, test } from 'vitest'
import { refuse } from '#modules/kernel/refusal.ts'
import { sentence } from './sentence.ts'

const now = '2026-06-03T04:00:00.000Z'

test.each([
  [
    'a status and an action are those of a dispute',
    refuse('dispute.wrong_status', { action: 'agree', status: 'failed' }),
    '这份案卷现在是“调解不成”，不能“写协议”。有话要说可以留言。',
  ],
  [
    'and those of a matter where it is about a matter',
    refuse('matter.wrong_status', { action: 'accept', status: 'settled' }),
    '这件事现在是“已办结，待确认”，不能“接单”。有话要说可以留言。',
  ],
  [
    'days as people say them',
    refuse('dispute.extension', { after: '2026-07-03', until: '2027-01-02' }),
    '延长后的日期要在7月3日之后，最晚到2027年1月2日。',
  ],
  [
    'what is missing, each once, by the names of the dossier',
    refuse('dispute.incomplete', { missing: [{ code: 'identity', party: 'a' }, { code: 'identity', party: 'b' }, { code: 'revisit' }] }),
    '卷宗还缺：当事人身份证明、回访记录。补齐后再结案。',
  ],
  [
    'the ways that are still to be told',
    refuse('dispute.routes_untold', { routes: ['arbitration', 'court'] }),
    '还要告知当事人可以走的其他途径：仲裁、向法院起诉。请告知后勾上。',
  ],
  [
    'a code that the catalogue does not know stays as it is',
    refuse('dispute.term_done', { state: 'odd' }),
    '这一项已经登记为“odd”，不用再登记。',
  ],
])('%s', (_name, refusal, said) => {
  expect(sentence(refusal, 'zh-CN', now)).toBe(said)
})
