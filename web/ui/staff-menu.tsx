import { useRef } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { Place } from './places.ts'
import './staff-menu.css'

/** So many names stand in one line at 1366 px, beside who one is. */
const MOST = 7

/** A person's places: where the day begins comes first; what has no room in the line is behind 更多. */
export function StaffMenu({
  places,
  home,
}: {
  places: readonly Place[]
  home: string | undefined
}) {
  const more = useRef<HTMLDetailsElement>(null)
  const { pathname } = useLocation()
  const ordered = [
    ...places.filter(({ path }) => path === home),
    ...places.filter(({ path }) => path !== home),
  ]
  const fits = ordered.length <= MOST + 1
  const shown = fits ? ordered : ordered.slice(0, MOST)
  const behind = fits ? [] : ordered.slice(MOST)
  const here = behind.find(({ path }) => path === pathname)
  const close = () => more.current?.removeAttribute('open')
  return (
    <nav aria-label="我的工作" className="staff-menu">
      {shown.map(({ path, name }) => (
        <NavLink key={path} to={path} end>
          {name}
        </NavLink>
      ))}
      {behind.length > 0 && (
        <details
          ref={more}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) close()
          }}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== 'Escape') return
            close()
            currentTarget.querySelector('summary')?.focus()
          }}
        >
          <summary data-here={here !== undefined}>{here?.name ?? '更多'}</summary>
          <ul>
            {behind.map(({ path, name }) => (
              <li key={path}>
                <NavLink to={path} end onClick={close}>
                  {name}
                </NavLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
