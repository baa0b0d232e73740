/** What a browser says of itself, as a person would say it: which kind of device, which browser. */
const systems = [
  ['android', /android|harmony/i],
  ['iphone', /iphone|ipad/i],
] as const

const browsers = [
  ['wechat', /micromessenger/i],
  ['Edge', /edg\//i],
  ['Firefox', /firefox/i],
  ['Chrome', /chrome/i],
  ['Safari', /safari/i],
] as const

/** Keys of the catalogue for the system; a browser's own name, or a key. */
export const deviceOf = (userAgent: string) => ({
  system: systems.find(([, shape]) => shape.test(userAgent))?.[0] ?? 'computer',
  browser: browsers.find(([, shape]) => shape.test(userAgent))?.[0] ?? 'other',
})
