/**
 * 八个一: what a village's police officer owes, by the article of 2018 (section B, "at least …"). Rows that a county begins with.
 *
 * Where the article leaves something open: a prevention team (row 5) is one of patrol or security (巡逻队、治保会), not the mediation
 * committee, which the law gives every village anyway (人民调解法 art. 8). The collecting days (row 6) are the officer's own: nothing asks for
 * one, and 每天至少 is read as "on each collecting day".
 */
import type { Duty, Need } from './duty.ts'

const need = (kind: Need['kind'], atLeast: number, more: Partial<Need> = {}): Need => ({
  kind,
  atLeast,
  onlyGood: false,
  distinct: false,
  ...more,
})

const officer = {
  role: 'police_officer',
  from: '2018-01-01',
  until: null,
  place: null,
  by: 'self',
  cutBy: ['holidays', 'leave'],
} as const

export const eightOnes: readonly Duty[] = [
  {
    ...officer,
    code: 'day',
    name: '每周至少进村工作一天',
    nameEn: 'At least one day a week in the village',
    needs: [need('villageDay', 1)],
    window: 'week',
    source: '每周至少有一天在村里工作',
  },
  {
    ...officer,
    code: 'households',
    name: '每次至少走访 5 户',
    nameEn: 'At least five households each visit',
    needs: [need('visit', 5, { distinct: true })],
    window: 'visit',
    source: '每次至少走访5户群众',
  },
  {
    ...officer,
    code: 'meeting',
    name: '每月至少参加一次村民会议',
    nameEn: 'At least one village meeting a month',
    needs: [need('meeting', 1)],
    window: 'month',
    by: 'seat',
    source: '每月至少参加一次村民会议',
  },
  {
    ...officer,
    code: 'bulletin',
    name: '每月至少发一期治安通报',
    nameEn: 'At least one public-security bulletin a month',
    needs: [need('bulletin', 1)],
    window: 'month',
    by: 'seat',
    source: '每月至少通报一次治安情况',
  },
  {
    ...officer,
    code: 'team',
    name: '帮助村里建一支群防群治队伍',
    nameEn: 'One prevention team in the village',
    needs: [need('team', 1)],
    window: 'standing',
    by: 'anybody',
    source: '帮助、督促每村组建一支群防群治队伍',
  },
  {
    ...officer,
    code: 'entries',
    name: '采集日每天至少录入 20 条',
    nameEn: 'At least twenty entries on a collecting day',
    needs: [need('entries', 20)],
    window: 'collectingDay',
    source: '“一标三实”信息每天至少采集录入20条',
  },
  {
    ...officer,
    code: 'clue',
    name: '每周至少一条有用线索、解决一件纠纷或法律问题',
    nameEn: 'One useful clue and one dispute or legal problem solved each week',
    needs: [need('clue', 1, { onlyGood: true }), need('solved', 1, { onlyGood: true })],
    window: 'week',
    source: '每周至少提供一条有价值的线索、解决一起矛盾纠纷或法律问题',
  },
  {
    ...officer,
    code: 'dossier',
    name: '一村一档',
    nameEn: 'One file for each village',
    needs: [need('dossier', 1)],
    window: 'standing',
    by: 'anybody',
    source: '每村建立一份档案',
  },
]
