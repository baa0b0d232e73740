/** The pages of one kind of work, side by side under its title; not shown where there is only one. */
import { Link, type Path } from './address.tsx'

type Props = { readonly label: string; readonly sections: readonly { readonly to: Path; readonly words: string }[] }

export const SectionLine = ({ label, sections }: Props) =>
  sections.length < 2 ? null : (
    <nav className="sections" aria-label={label}>
      {sections.map(({ to, words }) => (
        <Link key={to} to={to} className="section" activeExact>
          {words}
        </Link>
      ))}
    </nav>
  )
