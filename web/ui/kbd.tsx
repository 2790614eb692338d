import './small-parts.css'

/** The key that does what stands beside it: F8, Enter, J. */
export function Kbd({ children }: { children: string }) {
  return <kbd>{children}</kbd>
}
