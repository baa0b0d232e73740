/**
 * A report as somebody types it: a greeting or none, the matter, where exactly, a word of thanks or none.
 *
 *   "路灯一闪一闪的"  →  "您好，路灯一闪一闪的，就在公示牌往里十来米，麻烦给看一下"
 */
import { chance, pick, type Random } from '../random.ts'
import { fill, type Template, textOf } from './template.ts'

/** Nobody who writes of an emergency stops to say hello. */
const hurried = /^(0106|0107|0204|0205|0206|0207|0605|0905|1002|1007|1104|1105)/
const byStaff = /巡查|巡逻|检查时|入户|走访|老师发现/

/** What has a door: "我家是进去第三家". */
const atHouse = /^(0101|0402|0404|0406|0407|0601|0701|0704|0804|0805|0806|0807|1005)/
/** What stands in a lane: "就在电线杆东边". */
const atSpot = /^(0203|0401|0402|0404|0601|0701|0702|0703|0704|0801|0802|0803|0806|0899)/
const says =
  /[？！]$|在|{where}|{road}|我|邻|隔壁|楼|小区|学校|校|广场|公厕|村|路口|桥|河|渠|沟|坡|地里|市场|集|站|店|想|建议|能不能|谁|公园|游园|庙会|人行道/
/** Where somebody is asked to do something. */
const asking = /^(04|06|07|08|0901|0904|1005)/

const houses: readonly Template[] = [
  '我家是{路东|路西|路南|路北|进去|往里走|拐弯过去|巷口数|南边数|北边数}第{二|三|四|五|六|七}家',
  '我家门口{有棵石榴树|有对石狮子|停着三轮车|挂着红灯笼|有棵柿子树|放着水缸|贴着福字}',
  '我家是{路东|路西|路南|路北}{红|黑|绿|蓝|灰}大门',
]
const spots: readonly Template[] = [
  '就在{电线杆|配电箱|水龙头|公示牌|石碾子|宣传栏}{东边|西边|南边|北边|跟前|往里十来米|往外二十来米}',
  '就在{进口|尽头|拐角|丁字口|中段}{路东|路西|路南|路北|墙根}',
]
const greetings: readonly Template[] = ['您好', '你好', '街巷长您好', '反映个事', '有个事说一下', '街巷长好', '同志您好', '跟您说个事']
const thanks: readonly Template[] = ['谢谢', '麻烦了', '谢谢您', '请费心']

const placeOf = (code: string, text: string): readonly Template[] | undefined =>
  atHouse.test(code) && /我家|{neighbour}/.test(text) ? houses : atSpot.test(code) && !says.test(text) ? spots : undefined

/** The template filled and finished off, as a report of its category. */
export function worded(random: Random, code: string, template: Template): string {
  const text = textOf(template)
  const said = fill(random, template)
  if (hurried.test(code) || byStaff.test(text)) return said
  const isAsked = /{please}|[？！]$|请|希望|建议|能不能|想|怎么|谢|报一下|多少/.test(text)
  const places = chance(random, 0.55) ? placeOf(code, text) : undefined
  const closings = isAsked || !chance(random, 0.35) ? undefined : asking.test(code) ? ['{please}'] : thanks
  const parts = [chance(random, 0.22) ? greetings : undefined, [said], places, closings]
  return parts.flatMap((each) => (each ? [fill(random, pick(random, each))] : [])).join('，')
}
