import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ownAccount } from '../../../../contract/citizen-accounts.ts'
import { call } from '../../../api/call.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { WishesForm } from '../../messages/wishes-form.tsx'
import { OWN_ACCOUNT } from '../../sign-in/citizen-operations.ts'
import { ContactRow } from './contact-row.tsx'
import { useAccountWords } from './words.ts'
import './account.css'

type Own = z.output<typeof ownAccount.reply>
type Words = ReturnType<typeof useAccountWords>

/** Who the account is, how sure the centre is of it, what it may do, and how its person is reached. */
export function AccountPage() {
  const words = useAccountWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['own-account'],
    queryFn: ({ signal }) => call(OWN_ACCOUNT, { signal }),
  })
  return (
    <>
      <h1>{words.title}</h1>
      {error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <div className="my-two account">
          <div className="my-side">
            <Who own={data} />
            <section className="card my-panel">
              <h2>{words.contacts}</h2>
              <ContactRow contact="phone" now={data.phone} onChanged={() => void refetch()} />
              <ContactRow contact="email" now={data.email} onChanged={() => void refetch()} />
              <p>
                <a href="/password">{words.password}</a>
              </p>
            </section>
            <WishesForm />
          </div>
          <Deeds own={data} />
        </div>
      )}
    </>
  )
}

function Who({ own }: { own: Own }) {
  const words = useAccountWords()
  return (
    <section className="card my-panel">
      <dl>
        <dt>{words.name}</dt>
        <dd lang="zh-CN">{own.name}</dd>
        <dt>{words.identity}</dt>
        <dd>{own.identityNumber}</dd>
        {own.contactName !== null && (
          <>
            <dt>{words.contactName}</dt>
            <dd lang="zh-CN">{own.contactName}</dd>
          </>
        )}
        <dt>{words.assurance}</dt>
        <dd>
          <b>{words[`level-${own.assurance}`]}</b>
        </dd>
      </dl>
      {own.assurance === 'L1' && <p className="banner">{words.raise}</p>}
      {own.providerLinked && <p className="soft">{words.linked}</p>}
    </section>
  )
}

function Deeds({ own }: { own: Own }) {
  const words = useAccountWords()
  return (
    <section className="card my-panel">
      <h2>{words.may}</h2>
      <ul className="deeds">
        {own.deeds.map(({ deed, name, allowed }) => (
          <li key={deed} className={allowed ? 'yes' : 'no'}>
            <span>
              {deedWord(deed, name, words)}
              {deed === 'apply' && own.assurance === 'L1' && (
                <small className="soft">{words.applyNote}</small>
              )}
            </span>
            <b>{allowed ? words.yes : words.no}</b>
          </li>
        ))}
      </ul>
      <p className="soft small">{words.mark}</p>
    </section>
  )
}

function deedWord(deed: string, name: string, words: Words): string {
  const key = `deed-${deed}`
  return Object.hasOwn(words, key) ? (words[key as keyof Words] as string) : name
}
