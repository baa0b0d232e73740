/** The mark: a stone arch over still water, a maple leaf's red for the sun behind it. */
export const Mark = ({ size = 40 }: { size?: number }) => (
  <svg className="mark" width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <path
      d="M32 8l3.2 6.2 4.6-2.4-1 7.4 6.6-1-2.6 5 5 3-9 4.4.8 3.4-7.6-1.6-7.6 1.6.8-3.4-9-4.4 5-3-2.6-5 6.6 1-1-7.4 4.6 2.4z"
      fill="var(--accent)"
    />
    <path d="M4 50c6 0 8-16 28-16s22 16 28 16v-5c-5-1-9-17-28-17S9 44 4 45z" fill="var(--ink)" />
    <path d="M18 50a14 11 0 0 1 28 0" fill="none" stroke="var(--ink)" strokeWidth="3" />
    <path d="M8 56h48" stroke="var(--ink)" strokeWidth="2.4" strokeLinecap="round" />
  </svg>
)
