/** The mark of the house: one window. */
export function WindowMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="20"
        height="20"
        rx="2"
        fill="none"
        stroke="#1A5FB4"
        strokeWidth="2"
      />
      <path d="M11 1v20M1 9h20" stroke="#1A5FB4" strokeWidth="2" />
    </svg>
  )
}
