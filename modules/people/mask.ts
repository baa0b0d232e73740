/** Personal data as it is shown to whoever does not need it: 138****1234, 张*. */
export const maskPhone = (phone: string): string => (phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****')

/** The first character, a star for each other: enough to recognise somebody one knows. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)))
}
