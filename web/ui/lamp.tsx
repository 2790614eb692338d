import type { ReactNode } from 'react'
import './small-parts.css'

export type Light = 'green' | 'amber' | 'red' | 'paused' | 'none'

/** State is never told by colour alone: the lamp has its own shape and always stands beside its word. */
export function Lamp({ light, children }: { light: Light; children: ReactNode }) {
  // `none` names the empty lists of several places.
  return <span className={`lamp ${light === 'none' ? 'unlit' : light}`}>{children}</span>
}
