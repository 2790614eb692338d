import type { ReactNode } from 'react'
import type { SampleFault } from '../../../../domain/catalogue/service-guide.ts'
import { useSampleWords } from './words.ts'

/** A page as a phone would take it, right or with one fault; drawn, so that it weighs nothing and shows nobody's paper. */
export function SampleDrawing({ fault }: { fault: SampleFault }) {
  const words = useSampleWords()
  return (
    <svg
      viewBox="0 0 120 150"
      className={`sample-drawing ${fault}`}
      role="img"
      aria-label={words[fault]}
    >
      <rect width="120" height="150" rx="6" fill="#5c6470" />
      {DRAWN[fault]}
      <Verdict isRight={fault === 'clear'} />
    </svg>
  )
}

const INK = '#8a929e'
const RED = '#c8281e'

function Paper({
  children,
  sign = true,
  seal = true,
}: {
  children?: ReactNode
  sign?: boolean
  seal?: boolean
}) {
  return (
    <g>
      <rect x="16" y="12" width="88" height="118" fill="#fff" />
      <rect x="38" y="22" width="44" height="6" fill="#1f2329" />
      {[38, 48, 58, 68, 78, 88].map((y) => (
        <rect key={y} x="26" y={y} width={y === 88 ? 40 : 68} height="3" fill={INK} />
      ))}
      {sign && (
        <path
          d="M28 112c5-10 8-8 7 0s5 4 9-3 4 6 12 0"
          fill="none"
          stroke="#1f2329"
          strokeWidth="1.8"
        />
      )}
      {seal && (
        <g fill="none" stroke={RED}>
          <circle cx="84" cy="108" r="13" strokeWidth="1.8" />
          <path
            d="M84 101l2 5h5l-4 3 1.600 5-4.600-3-4.600 3 1.600-5-4-3h5z"
            fill={RED}
            stroke="none"
          />
        </g>
      )}
      {children}
    </g>
  )
}

const DRAWN: Readonly<Record<SampleFault, ReactNode>> = {
  clear: <Paper />,
  blurred: (
    <g opacity="0.5">
      {[-3, -1, 1, 3].map((shift) => (
        <g key={shift} transform={`translate(${shift} ${shift / 2})`} opacity="0.6">
          <Paper />
        </g>
      ))}
    </g>
  ),
  'cut-off': (
    <g transform="translate(38 34) scale(1.15)">
      <Paper />
    </g>
  ),
  shadow: (
    <Paper>
      <path d="M104 12v118H40C70 110 58 60 84 12z" fill="#1f2329" opacity="0.62" />
    </Paper>
  ),
  expired: (
    <Paper seal={false}>
      <g transform="rotate(-14 60 70)">
        <rect x="26" y="56" width="68" height="26" fill="#fff" stroke={RED} strokeWidth="2.4" />
        <path d="M34 69h52" stroke={RED} strokeWidth="2.4" />
        <path d="M44 61v4M60 61v4M76 61v4" stroke={RED} strokeWidth="2.4" />
        <path d="M40 74l40-10" stroke="#1f2329" strokeWidth="2" />
      </g>
    </Paper>
  ),
  unsigned: (
    <Paper sign={false}>
      <Gap x={26} y={98} width={36} height={20} />
    </Paper>
  ),
  unsealed: (
    <Paper seal={false}>
      <Gap x={68} y={92} width={32} height={32} />
    </Paper>
  ),
  altered: (
    <Paper>
      <path d="M26 59.500h68" stroke="#1f2329" strokeWidth="3" />
      <path d="M40 52c8-6 18 4 28-3s14 1 18-2" fill="none" stroke="#1a5fb4" strokeWidth="2" />
      <rect
        x="50"
        y="66"
        width="30"
        height="7"
        fill="#fff"
        stroke={INK}
        strokeDasharray="2 1.500"
      />
    </Paper>
  ),
}

function Gap(props: { x: number; y: number; width: number; height: number }) {
  return <rect {...props} fill="none" stroke={RED} strokeWidth="1.6" strokeDasharray="4 3" />
}

/** Right and wrong differ in shape, not only in colour. */
function Verdict({ isRight }: { isRight: boolean }) {
  return isRight ? (
    <g transform="translate(96 128)">
      <circle r="14" fill="#1e7f4f" />
      <path d="M-6 0l4.500 4.500L6 -4.500" fill="none" stroke="#fff" strokeWidth="3" />
    </g>
  ) : (
    <g transform="translate(96 128)">
      <rect x="-13" y="-13" width="26" height="26" rx="4" fill={RED} />
      <path d="M-5 -5l10 10M5 -5l-10 10" stroke="#fff" strokeWidth="3" />
    </g>
  )
}
