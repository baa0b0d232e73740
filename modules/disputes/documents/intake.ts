/** Items 1 to 4: how it came in, what the parties were told, who they are, and who speaks for them. */

import { type Block, type Cell, cell, label, type Sheet, type Signing } from '#modules/documents/page.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { principals, sources } from '../dispute.ts'
import {
  committeeOf,
  dayCell,
  dayText,
  doneBy,
  type Given,
  identityOf,
  mediatorNames,
  money,
  nameOf,
  partyNames,
  personOf,
  picturesOf,
  principalsOf,
  quarrelOf,
  speakersOf,
  ticked,
} from './given.ts'
import { columns, partyRows } from './parties.ts'

/** 1: 人民调解申请书 where the parties asked, 受理登记表 where the committee began by itself or an office passed it on (art. 17). */
export const application = (from: Given): Sheet[] => [
  {
    name: '',
    blocks: [...(from.file.dispute.source === 'application' ? asked(from) : registered(from)), ...picturesOf(from, 'application')],
  },
]

function asked(from: Given): Block[] {
  const { file, t } = from
  const { summary, wish, registeredAt } = file.dispute
  const applicants = principalsOf(from).filter(({ side }) => side === 'applicant')
  const rows: Cell[][] = [
    ...partyRows(from),
    [label(t('application.summary')), cell(summary, 5)],
    [label(t('application.wish')), cell(wish, 5)],
  ]
  const signers: Signing[] = (applicants.length > 0 ? applicants : [{ id: '' }]).map(() => ({ label: t('application.sign') }))
  return [
    { kind: 'title', text: t('application.title') },
    { kind: 'number', text: file.number },
    { kind: 'table', columns, rows },
    { kind: 'paragraph', text: t('application.statement', { committee: committeeOf(from) }) },
    { kind: 'signing', lines: signers, day: dayText(from, dayOf(registeredAt)) },
  ]
}

function registered(from: Given): Block[] {
  const { file, t, say } = from
  const { source, referredBy, registeredAt, registeredBy, occurredOn, involved, fen, summary, wish, acceptedOn, type } = file.dispute
  const passedOn =
    source === 'application' || source === 'initiative'
      ? ''
      : t('registered.from', { office: referredBy ?? '', kind: say(`disputes:sources.${source}`) })
  const origin = ticked([
    [say('disputes:sources.application'), source === 'application'],
    [say('disputes:sources.initiative'), source === 'initiative'],
    [t('registered.passedOn'), sources.indexOf(source) > 1],
  ])
  const rows: Cell[][] = [
    [
      label(t('registered.on')),
      cell(dayText(from, dayOf(registeredAt)), 2),
      label(t('registered.occurred')),
      cell(dayCell(from, occurredOn), 2),
    ],
    ...partyRows(from),
    [label(t('registered.type')), cell(t('registered.types', { type: file.typeName, code: type, national: file.nationalName }), 5)],
    [label(t('registered.source')), cell([origin, passedOn].filter(Boolean).join('\n'), 5)],
    [label(t('registered.involved')), cell(t('people', { count: involved }), 2), label(t('registered.money')), cell(money(from, fen), 2)],
    [label(t('application.summary')), cell(summary, 5)],
    [label(t('application.wish')), cell(wish, 5)],
    [label(t('registered.sign')), cell('', 2), label(t('registered.by')), cell(personOf(from, registeredBy), 2)],
    [
      label(t('registered.opinion')),
      cell(acceptedOn ? t('registered.accepted', { day: dayText(from, acceptedOn), people: mediatorNames(from) }) : '', 5),
    ],
  ]
  return [
    { kind: 'title', text: t('registered.title') },
    { kind: 'number', text: file.number },
    { kind: 'table', columns, rows },
    {
      kind: 'signing',
      lines: [{ label: t('sealOf', { committee: committeeOf(from) }), isSeal: true }],
      day: dayText(from, dayOf(registeredAt)),
    },
  ]
}

/** 2: 当事人权利义务告知书, one for each party (arts. 4, 17, 23, 24, 26, 31-33). */
export function notice(from: Given): Sheet[] {
  const parties = principalsOf(from)
  const sheets = (parties.length > 0 ? parties : [undefined]).map((party): Sheet => {
    const { t, file } = from
    const choice = ticked([
      [t('notice.willing'), party?.isWilling === true],
      [t('notice.unwilling'), party?.isWilling === false],
    ])
    const openness = ticked([
      [t('notice.open'), party?.isWilling === true && party.wantsOpen === true],
      [t('notice.closed'), party?.isWilling === true && party.wantsOpen !== true],
    ])
    return {
      name: '',
      blocks: [
        { kind: 'title', text: t('notice.title') },
        { kind: 'number', text: file.number },
        { kind: 'paragraph', flush: 'all', text: t('notice.to', { name: party ? nameOf(from, party.id) : t('blank') }) },
        { kind: 'paragraph', text: t('notice.intro') },
        { kind: 'paragraph', text: t('notice.rights') },
        { kind: 'paragraph', text: t('notice.duties') },
        { kind: 'paragraph', text: t('notice.more') },
        { kind: 'paragraph', text: t('notice.said', { choice, openness }) },
        {
          kind: 'signing',
          lines: [{ label: t('notice.sign') }, { label: t('notice.by') }],
          day: dayText(from, party?.informedOn),
        },
      ],
    }
  })
  const pictures = picturesOf(from, 'notice')
  return pictures.length > 0 ? [...sheets, { name: '', blocks: pictures }] : sheets
}

/** 3: 当事人身份证明: which paper was looked at, by whom and when, and its picture where one was taken. */
export function identity(from: Given): Sheet[] {
  const { file, t, say } = from
  const rows = file.dispute.parties.map((party) => {
    const checked = doneBy(from, (event) => event.type === 'paperChecked' && event.whose === party.id)
    const as = party.of ? t('identity.speaks', { name: nameOf(from, party.of) }) : say(`disputes:sides.${party.side}`)
    return [
      cell(nameOf(from, party.id)),
      cell(as),
      cell(party.paper && say(`disputes:papers.${party.paper}`)),
      cell(party.paper ? checked.name : ''),
      cell(party.paper ? dayCell(from, checked.on) : ''),
    ]
  })
  const heads = ['name', 'as', 'paper', 'by', 'on'].map((key) => label(t(`identity.${key}`)))
  return [
    {
      name: '',
      blocks: [
        { kind: 'title', text: t('identity.title') },
        { kind: 'number', text: file.number },
        {
          kind: 'table',
          columns: [24, 24, 22, 14, 22],
          heads: 1,
          rows: [heads, ...(rows.length > 0 ? rows : [1, 2, 3].map(() => heads.map(() => cell(''))))],
        },
        { kind: 'paragraph', text: t('identity.note') },
        ...picturesOf(from, 'identity'),
      ],
    },
  ]
}

/** 4: 授权委托书, for everybody who speaks for a party (民法典 art. 165): the signed paper, or the form to be signed. */
export function powerOfAttorney(from: Given, isAlone: boolean): Sheet[] {
  const { t, file } = from
  const speakers = speakersOf(from)
  const isSigned = (id: string) => file.dispute.pieces.some(({ kind, party }) => kind === 'powerOfAttorney' && party === id)
  const open = speakers.filter(({ id }) => !isSigned(id))
  const forms = (open.length > 0 || speakers.length > 0 || !isAlone ? open : [undefined]).map((speaker): Sheet => {
    const [by, to] = [identityOf(from, speaker?.of ?? ''), identityOf(from, speaker?.id ?? '')]
    const others = principals(file.dispute).filter(({ id }) => id !== speaker?.of)
    const who = (key: string, { name, phone, address }: typeof by): Cell[][] => [
      [label(t(`power.${key}`)), cell(name), label(t('phone')), cell(phone, 3)],
      [label(t('address')), cell(address, 5)],
    ]
    return {
      name: '',
      blocks: [
        { kind: 'title', text: t('power.title') },
        { kind: 'table', columns, rows: [...who('by', by), ...who('to', to)] },
        {
          kind: 'paragraph',
          text: t('power.text', {
            others:
              partyNames(
                from,
                others.map(({ id }) => id),
              ) || t('blank'),
            type: quarrelOf(from),
            committee: committeeOf(from),
          }),
        },
        { kind: 'paragraph', text: t('power.powers') },
        { kind: 'signing', lines: [{ label: t('power.signBy') }, { label: t('power.signTo') }], day: dayText(from, null) },
      ],
    }
  })
  const pictures = picturesOf(from, 'powerOfAttorney')
  return pictures.length > 0 ? [...forms, { name: '', blocks: pictures }] : forms
}
