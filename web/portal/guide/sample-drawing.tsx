import { useId, type ReactNode } from 'react'
import type { SampleFault } from '../../../domain/catalogue/service-guide.ts'

const LINES = [26, 36, 46, 56, 66, 76]
const INK = '#5C6470'
const FAULT = '#C8281E'

/** A sheet of paper, and what is right or wrong with it: drawn, so that no real paper of anybody is shown. */
export function SampleDrawing({ fault }: { fault: SampleFault }) {
  const id = useId()
  const isCut = fault === 'cut-off'
  return (
    <svg className="sample" viewBox="0 0 100 130" width="100" height="130" aria-hidden="true">
      <defs>
        <filter id={`${id}-blur`}>
          <feGaussianBlur stdDeviation="1.600" />
        </filter>
        <clipPath id={`${id}-photo`}>
          <rect x="1" y="1" width="98" height="128" rx="4" />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}-photo)`}>
        <rect x="1" y="1" width="98" height="128" rx="4" fill="#E3E6EB" />
        <g
          {...(isCut ? { transform: 'translate(34 30) rotate(7)' } : {})}
          {...(fault === 'blurred' ? { filter: `url(#${id}-blur)` } : {})}
        >
          <Sheet />
          {fault !== 'unsigned' && <Signature />}
          {fault !== 'unsealed' && <Stamp />}
        </g>
        {FAULTS[fault]}
      </g>
      <Verdict right={fault === 'clear'} />
    </svg>
  )
}

function Sheet() {
  return (
    <>
      <rect x="10" y="8" width="80" height="112" fill="#fff" stroke={INK} strokeWidth="1" />
      <path d="M32 17h36" stroke="#1F2329" strokeWidth="3" />
      {LINES.map((y) => (
        <path key={y} d={`M18 ${y}h64`} stroke={INK} strokeWidth="1.600" />
      ))}
    </>
  )
}

function Signature() {
  return (
    <path
      d="M20 102c4-10 7-10 6 0 4-12 8-9 7-1 4-9 8-6 7 0l6-3"
      fill="none"
      stroke="#1F2329"
      strokeWidth="1.600"
    />
  )
}

function Stamp() {
  return (
    <g fill="none" stroke="#C8281E">
      <circle cx="69" cy="98" r="13" strokeWidth="2" />
      <path
        d="M69 91l2 5 5 0-4 3 1.500 5-4.500-3-4.500 3 1.500-5-4-3 5 0z"
        fill="#C8281E"
        stroke="none"
      />
    </g>
  )
}

const RING = { fill: 'none', stroke: FAULT, strokeWidth: 2, strokeDasharray: '4 3' } as const

const FAULTS: Readonly<Record<SampleFault, ReactNode>> = {
  clear: null,
  blurred: null,
  'cut-off': <path d="M97 4v122M4 126h92" stroke={FAULT} strokeWidth="3" strokeDasharray="6 4" />,
  shadow: <path d="M40 0L100 0V130L0 130L0 92Z" fill="#1F2329" opacity="0.550" />,
  expired: (
    <>
      <rect x="16" y="71" width="68" height="12" {...RING} />
      <path d="M18 77h64" stroke={FAULT} strokeWidth="2" />
    </>
  ),
  unsigned: <rect x="16" y="90" width="36" height="18" {...RING} />,
  unsealed: <circle cx="69" cy="98" r="14" {...RING} />,
  altered: (
    <>
      <path d="M34 43l30 7M34 50l30-7" stroke="#1F2329" strokeWidth="2" />
      <rect x="28" y="39" width="44" height="16" {...RING} />
    </>
  ),
}

/** Never by colour alone: a tick or a cross. */
function Verdict({ right }: { right: boolean }) {
  return (
    <g>
      <circle
        cx="86"
        cy="116"
        r="12"
        fill={right ? '#1E7F4F' : FAULT}
        stroke="#fff"
        strokeWidth="2"
      />
      <path
        d={right ? 'M80 116l4.500 4.500 8-9' : 'M81 111l10 10M91 111l-10 10'}
        fill="none"
        stroke="#fff"
        strokeWidth="2.600"
      />
    </g>
  )
}
