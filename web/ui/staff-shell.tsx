import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { NavLink } from 'react-router'
import { signOut } from '../../contract/session.ts'
import { call } from '../api/call.ts'
import { forgetPerson } from '../api/offline/known-person.ts'
import { meQuery } from '../api/queries.ts'
import { forgetDrafts } from './kept-drafts.ts'
import { placesOf } from './places.ts'
import { ServerClock } from './server-clock.tsx'
import { StaffMenu } from './staff-menu.tsx'
import { WindowMark } from './window-mark.tsx'
import './staff-shell.css'

/** The frame of every staff place: where one is, who one is, what day it is by the server's calendar. */
export function StaffShell(props: { place: string; end?: ReactNode; children: ReactNode }) {
  const me = useQuery(meQuery()).data
  useEffect(() => {
    document.title = `${props.place} · 一窗`
  }, [props.place])
  const places = placesOf(me?.role ?? '')
  return (
    <div className="staff-shell">
      <header className="staff-top">
        <NavLink className="brand" to={me?.home ?? '/'} aria-label="一窗，回到首页">
          <WindowMark />
          一窗
        </NavLink>
        {/* The menu already says where one is, unless the place is none of its entries. */}
        {!places.some(({ name }) => name === props.place) && (
          <div className="place">{props.place}</div>
        )}
        <StaffMenu places={places} home={me?.home} />
        <div className="end">
          {props.end}
          {me && (
            <>
              <span className="organisation">
                {me.window ? `综合窗口 ${me.window} 号` : me.organisationName}
              </span>
              <span>
                {me.roleName} <b>{me.name}</b>
              </span>
              <ServerClock today={me.today} />
              <button type="button" className="leave" onClick={() => void leave()}>
                退出
              </button>
            </>
          )}
        </div>
      </header>
      <main>{props.children}</main>
    </div>
  )
}

async function leave(): Promise<void> {
  await call(signOut).catch(() => undefined)
  forgetDrafts(sessionStorage)
  await forgetPerson()
  window.location.assign('/sign-in')
}
