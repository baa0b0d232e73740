/** The parties and those who speak for them: what each was told and wants, how to reach them, and what is next with each. */
import DownOutlined from '@ant-design/icons/DownOutlined'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, type Party, principals } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { guardianOf } from '#modules/disputes/rules/parties.ts'
import { isHead, isMediator } from '#modules/disputes/rules/sight.ts'
import { useActor } from '#web/client/session.ts'
import { Tag } from '#web/ui/status.tsx'
import { type OnOpen, useWhyNot } from './file.ts'
import { PartyCode } from './party-code.tsx'
import { nameOf, useSpeech } from './speech.ts'

type Props = { readonly file: DisputeFile; readonly onOpen: OnOpen }

export function Parties({ file, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  const why = useWhyNot(file)
  const speakers = (of: string) => file.dispute.parties.filter((each) => each.of === of)
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{t('desk.facts.parties')}</h2>
        {!why('addParty') && (
          <Button size="small" onClick={() => onOpen({ action: 'addParty' })}>
            {t('actions.addParty')}
          </Button>
        )}
      </header>
      {file.dispute.parties.length === 0 && <p className="soft">{t('desk.parties.none')}</p>}
      <ul className="lines">
        {principals(file.dispute).map((party) => (
          <li key={party.id} className="line party">
            <One party={party} file={file} onOpen={onOpen} />
            {speakers(party.id).map((speaker) => (
              <div key={speaker.id} className="party-speaker">
                <One party={speaker} file={file} onOpen={onOpen} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Not asked of somebody who only speaks for a party. */
const own: readonly Action[] = ['inform', 'consent', 'decline', 'withdraw']
const offered: readonly Action[] = ['inform', 'consent', 'checkPaper', 'amendParty', 'decline', 'withdraw', 'removeParty']

/** What is done with already, or is not the time for. */
function isMoot(action: Action, party: Party): boolean {
  if (party.of !== null && own.includes(action)) return true
  switch (action) {
    case 'inform':
      return party.informedOn !== null
    case 'consent':
      return party.isWilling === true
    case 'checkPaper':
      return party.paper !== null
    default:
      return false
  }
}

function One({ party, file, onOpen }: Props & { party: Party }) {
  const { t } = useTranslation(['disputes', 'app'])
  const actor = useActor()
  const why = useWhyNot(file)
  const { day, name } = useSpeech(file)
  const [isCoding, setCoding] = useState(false)
  const { phone, address, job, headedBy, gender, birthYear } = file.identities[party.id] ?? {}
  const actions = offered.filter((action) => !isMoot(action, party) && !why(action))
  const [first, ...others] = actions
  const lead = first && ['inform', 'consent', 'checkPaper'].includes(first) ? first : undefined
  const guardian = guardianOf(file.dispute, party.id)
  const works = isMediator(actor, file.dispute) || isHead(actor, file.dispute)
  const menu = [
    ...(lead ? others : actions).map((action) => ({
      key: action as string,
      label: t(`actions.${action}`),
      danger: action === 'decline' || action === 'removeParty',
      onClick: () => onOpen({ action, party: party.id }),
    })),
    ...(works
      ? [{ key: 'code', label: t(file.coded.includes(party.id) ? 'desk.code.again' : 'desk.code.give'), onClick: () => setCoding(true) }]
      : []),
  ]
  const about = [gender && t(`desk.genders.${gender}`), birthYear && t('desk.parties.born', { year: birthYear }), job]
    .filter(Boolean)
    .join(t('app:comma'))
  return (
    <div className="party-one">
      <p className="party-name">
        <strong>{nameOf(file, party.id)}</strong>{' '}
        <span className="soft">
          {party.of ? t(`desk.parties.${party.speaksAs ?? 'agent'}Of`, { name: name(party.of) }) : t(`sides.${party.side}`)}
          {party.kind === 'organisation' && headedBy && ` · ${t('desk.parties.headedBy', { name: headedBy })}`}
        </span>
      </p>
      {about && <p className="soft">{about}</p>}
      {phone && (
        <p>
          <a className="unbroken" href={`tel:${phone}`}>
            {phone}
          </a>
        </p>
      )}
      {address && <p className="soft">{address}</p>}
      <p className="tags">
        {party.of === null &&
          (party.informedOn ? (
            <Tag tone="good" shape="tick">
              {t('desk.parties.informed', { day: day(party.informedOn) })}
            </Tag>
          ) : (
            <Tag tone="soon" shape="ring">
              {t('desk.parties.uninformed')}
            </Tag>
          ))}
        {party.of === null && <Willing party={party} />}
        {party.needsGuardian && (
          <Tag tone={guardian ? 'calm' : 'soon'} shape={guardian ? 'bar' : 'ring'}>
            {t(guardian ? 'desk.parties.guarded' : 'desk.parties.unguarded')}
          </Tag>
        )}
        {party.paper ? (
          <Tag tone="good" shape="tick">
            {t(`papers.${party.paper}`)}
          </Tag>
        ) : (
          <Tag tone="calm" shape="ring">
            {t('desk.parties.unshown')}
          </Tag>
        )}
      </p>
      {(lead || menu.length > 0) && (
        <p className="inline">
          {lead && (
            <Button size="small" onClick={() => onOpen({ action: lead, party: party.id })}>
              {t(`actions.${lead}`)}
            </Button>
          )}
          {menu.length > 0 && (
            <Dropdown trigger={['click']} menu={{ items: menu }}>
              <Button size="small" type="text" aria-label={t('desk.parties.more', { name: nameOf(file, party.id) })}>
                {t('desk.more')} <DownOutlined aria-hidden="true" />
              </Button>
            </Dropdown>
          )}
        </p>
      )}
      {isCoding && <PartyCode file={file} party={party.id} onClose={() => setCoding(false)} />}
    </div>
  )
}

function Willing({ party: { isWilling } }: { party: Party }) {
  const { t } = useTranslation('disputes')
  if (isWilling === null)
    return (
      <Tag tone="soon" shape="ring">
        {t('desk.parties.silent')}
      </Tag>
    )
  return (
    <Tag tone={isWilling ? 'good' : 'late'} shape={isWilling ? 'tick' : 'cross'}>
      {t(isWilling ? 'desk.parties.willing' : 'desk.parties.unwilling')}
    </Tag>
  )
}
