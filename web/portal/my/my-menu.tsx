import { useUnread } from '../messages/use-unread.ts'
import { useMyWords } from './words.ts'

export type MyPart = 'applications' | 'messages' | 'account' | 'mandates' | 'enquiries' | 'bookings'

const PLACES = [
  { part: 'applications', path: '/my' },
  { part: 'messages', path: '/my/messages' },
  { part: 'mandates', path: '/my/mandates' },
  { part: 'bookings', path: '/book' },
  { part: 'enquiries', path: '/enquiry' },
  { part: 'account', path: '/my/account' },
] as const

/** The parts of one's own place; the bell tells what waits to be read. */
export function MyMenu({ part }: { part: MyPart }) {
  const words = useMyWords()
  const unread = useUnread()
  return (
    <nav className="my-menu" aria-label={words.menu}>
      {PLACES.map((place) => (
        <a
          key={place.part}
          href={place.path}
          aria-current={place.part === part ? 'page' : undefined}
        >
          {place.part === 'messages' && <Bell />}
          {words[place.part]}
          {place.part === 'messages' && unread > 0 && (
            <b className="count" aria-label={words.unread(unread)}>
              {unread > 99 ? '99+' : unread}
            </b>
          )}
        </a>
      ))}
    </nav>
  )
}

function Bell() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none">
      <path
        d="M3.500 13.500h11M4.500 13.500V8a4.500 4.500 0 0 1 9 0v5.500M7.500 16a1.600 1.600 0 0 0 3 0"
        stroke="currentColor"
        strokeWidth="1.600"
        strokeLinecap="round"
      />
    </svg>
  )
}
