import { levelOf } from '#modules/places/place.ts'
import { useMe } from '#web/client/session.ts'

/** "我的巷" for a lane chief, "我的网格", "我的村": by the lowest place one works in. */
export const usePlaceWord = () => {
  const { posts } = useMe()
  const lowest = posts.map(({ place }) => place).sort((one, other) => other.length - one.length)[0]
  return `bar.place.${lowest ? levelOf(lowest) : 'county'}`
}
