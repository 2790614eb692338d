import type { ApplicationView } from '../../../contract/application-view.ts'
import { SupplyFiles } from './supply-files.tsx'
import { useMyWords } from './words.ts'

/** What was asked once and completely, answered with a file for each. */
export function MyCorrection({ application }: { application: ApplicationView }) {
  const words = useMyWords()
  const { correction, possible } = application
  if (!correction || !possible.includes('supply-correction')) return null
  return (
    <section className="card my-panel my-correction">
      <h2>{words.correctionTitle(correction.outstanding.length)}</h2>
      <p lang="zh-CN">{correction.text}</p>
      <SupplyFiles
        application={application}
        outstanding={correction.outstanding}
        by="supply-correction"
      />
    </section>
  )
}
