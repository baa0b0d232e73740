/** A seat in words: "上庄村 村干部"; a department or the centre by its own name. */
import i18next from 'i18next'

type Named = { readonly role: string; readonly department: string | null }

export const seatWords = ({ role, department }: Named, placeName: string): string =>
  department || !placeName
    ? placeName || i18next.t(`people:roles.${role}`)
    : i18next.t('people:post', { place: placeName, role: i18next.t(`people:roles.${role}`) })
