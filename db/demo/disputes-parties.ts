/** The parties of a demo dispute: invented people and firms, whose telephone numbers are nobody's. */
import type { NewParty } from '#modules/disputes/wire.ts'
import type { Lane } from './county.ts'
import { idAt } from './life.ts'
import { isWomansName, personName } from './names.ts'
import { between, chance, pick, type Random } from './random.ts'
import type { Case } from './texts/mediation.ts'

const brands = ['顺达', '兴盛', '金辉', '永兴', '鑫源', '宏远', '惠民', '丰源']
/** Not firms: there is one of each. */
const ownNames = /^(村民小组|学校|幼儿园|卫生室|供销社|服务站|项目指挥部|保险服务站)$/

const phone = (random: Random) => `138000${between(random, 50_000, 99_999)}`

function person(random: Random, lanes: readonly Lane[], year: number): NewParty['identity'] {
  const name = personName(random)
  return {
    name,
    ...(chance(random, 0.85) && { phone: phone(random) }),
    address: `${pick(random, lanes).name} ${between(random, 1, 28)} 号`,
    gender: isWomansName(name) ? 'female' : 'male',
    birthYear: year - between(random, 24, 78),
    ...(chance(random, 0.5) && { job: pick(random, ['务农', '务工', '个体经营', '退休']) }),
  }
}

export function drawParties(random: Random, about: Case, lanes: readonly Lane[], time: number, year: number): NewParty[] {
  const id = () => idAt<string>(random, time)
  const applicants = chance(random, 0.12) ? 2 : 1
  const parties: NewParty[] = Array.from({ length: applicants }, () => ({
    ...{ id: id(), kind: 'person', side: 'applicant', identity: person(random, lanes, year) },
  }))
  const { organisation } = about
  if (organisation) {
    const headedBy = personName(random)
    const name = ownNames.test(organisation) ? `本村${organisation}` : `${pick(random, brands)}${organisation}`
    parties.push({ id: id(), kind: 'organisation', side: 'respondent', identity: { name, phone: phone(random), headedBy } })
  } else parties.push({ id: id(), kind: 'person', side: 'respondent', identity: person(random, lanes, year) })
  if (chance(random, organisation ? 0.3 : 0.04))
    parties.push({ id: id(), kind: 'person', side: 'respondent', of: parties.at(-1)!.id, identity: person(random, lanes, year) })
  return parties
}
