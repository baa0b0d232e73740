/** How much of something, as a bar beside its numbers. The numbers say it; the bar is for the eye that runs down a column. */
export const Bar = ({ part, of }: { part: number; of: number }) => (
  <span className="bar" aria-hidden="true">
    <span className="bar-part" style={{ inlineSize: `${of > 0 ? Math.min(100, (part / of) * 100) : 0}%` }} />
  </span>
)
