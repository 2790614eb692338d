import { useRef } from 'react'
import { Link, useLocation } from 'react-router'
import type { Place } from './places.ts'
import './staff-menu.css'

/** So many names stand in one line at 1366 px, beside who one is. */
const MOST = 7

/** The place that a page belongs to: the nearest above it. */
export function placeAt(places: readonly Place[], pathname: string): string | undefined {
  const above = places.filter(({ path }) => `${pathname}/`.startsWith(`${path}/`))
  return above.toSorted((a, b) => b.path.length - a.path.length)[0]?.path
}

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
  const current = placeAt(places, pathname)
  const here = behind.find(({ path }) => path === current)
  const close = () => more.current?.removeAttribute('open')
  return (
    <nav aria-label="我的工作" className="staff-menu">
      {shown.map(({ path, name }) => (
        <Link key={path} to={path} aria-current={path === current ? 'page' : undefined}>
          {name}
        </Link>
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
                <Link
                  to={path}
                  aria-current={path === current ? 'page' : undefined}
                  onClick={close}
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  )
}
