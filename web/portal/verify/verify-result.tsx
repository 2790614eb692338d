import type { VerifyReport } from '../../../contract/documents.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { useChinese } from '../words/chinese.ts'
import { useLanguage } from '../words/language.ts'
import { useVerifyWords } from './words.ts'

export function VerifyResult({ report, onAgain }: { report: VerifyReport; onAgain: () => void }) {
  const words = useVerifyWords()
  const language = useLanguage()
  const chinese = useChinese()
  const { document } = report
  return (
    <>
      <section className={`card verdict ${verdictOf(report)}`} role="status">
        <VerdictMark genuine={report.genuine} />
        <div>
          <h2>{report.genuine ? words.genuine : words.notGenuine}</h2>
          <p {...chinese}>{report.sentence}</p>
          {document && !document.validToday && (
            <p className="no">{words.invalidToday(document.state)}</p>
          )}
        </div>
      </section>
      {report.testSeal && (
        <p className="banner" role="note">
          <span>
            <b>{words.testSeal} </b>
            {words.testSealSays}
          </span>
        </p>
      )}
      {document && (
        <section className="card said">
          <h2>{words.document}</h2>
          <dl>
            <Fact name={words.name} value={document.title} />
            <Fact name={words.number} value={document.number} />
            <Fact name={words.issuer} value={document.issuer} />
            <Fact name={words.date} value={longDate(document.dated, language)} />
            <Fact name={words.applicant} value={document.applicantName} />
            <Fact name={words.state} value={document.state} />
          </dl>
        </section>
      )}
      {report.signatures.map((signature) => (
        <section className="card said" key={`${signature.signer}${signature.signedAt}`}>
          <h2>{words.signature}</h2>
          <dl>
            <Fact name={words.signer} value={signature.signer} />
            <Fact
              name={words.time}
              value={
                signature.signedAt === null
                  ? words.noTime
                  : longMinute(signature.signedAt, language)
              }
            />
            <Fact name={words.content} value={signature.intact ? words.intact : words.changed} />
            <Fact
              name={words.range}
              value={signature.coversWholeDocument ? words.whole : words.appended}
            />
            <Fact
              name={words.certificate}
              value={signature.trusted ? words.trusted : words.untrusted}
            />
          </dl>
        </section>
      ))}
      <p className="again">
        <button type="button" className="btn" onClick={onAgain}>
          {words.again}
        </button>
      </p>
    </>
  )
}

function verdictOf({ genuine, document }: VerifyReport): string {
  if (!genuine) return 'false'
  return document && !document.validToday ? 'stale' : 'true'
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function VerdictMark({ genuine }: { genuine: boolean }) {
  return (
    <svg width="56" height="56" viewBox="0 0 56 56" fill="none" aria-hidden="true">
      <circle cx="28" cy="28" r="26" stroke="currentColor" strokeWidth="3" />
      <path
        d={genuine ? 'M16 29l8.500 8.500L41 20' : 'M18 18l20 20M38 18L18 38'}
        stroke="currentColor"
        strokeWidth="4"
      />
    </svg>
  )
}
