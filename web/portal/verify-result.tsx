import type { VerifyReport } from '../../contract/documents.ts'
import { longDate, longMinute } from '../ui/dates.ts'

export function VerifyResult({ report, onAgain }: { report: VerifyReport; onAgain: () => void }) {
  const { document } = report
  return (
    <>
      <section className={`card verdict ${verdictOf(report)}`} role="status">
        <VerdictMark genuine={report.genuine} />
        <div>
          <h2>{report.genuine ? '是真的' : '不能认定为真'}</h2>
          <p>{report.sentence}</p>
          {document && !document.validToday && <p className="no">今天无效：{document.state}</p>}
        </div>
      </section>
      {report.testSeal && (
        <p className="banner" role="note">
          <span>
            <b>测试印章，无法律效力。</b>
            本文书由演示或者测试系统签章，不能作为凭证使用。
          </span>
        </p>
      )}
      {document && (
        <section className="card said">
          <h2>文书</h2>
          <dl>
            <Fact name="名称" value={document.title} />
            <Fact name="编号" value={document.number} />
            <Fact name="出具机关" value={document.issuer} />
            <Fact name="日期" value={longDate(document.dated)} />
            <Fact name="申请人" value={document.applicantName} />
            <Fact name="状态" value={document.state} />
          </dl>
        </section>
      )}
      {report.signatures.map((signature) => (
        <section className="card said" key={`${signature.signer}${signature.signedAt}`}>
          <h2>电子签章</h2>
          <dl>
            <Fact name="签章人" value={signature.signer} />
            <Fact
              name="时间"
              value={signature.signedAt === null ? '未载明' : longMinute(signature.signedAt)}
            />
            <Fact name="内容" value={signature.intact ? '签章后没有改动' : '签章后被改动过'} />
            <Fact
              name="范围"
              value={signature.coversWholeDocument ? '覆盖整份文件' : '签章后又追加过内容'}
            />
            <Fact name="证书" value={signature.trusted ? '由本系统签发' : '不是本系统的证书'} />
          </dl>
        </section>
      ))}
      <p className="again">
        <button type="button" className="btn" onClick={onAgain}>
          再核验一份
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
