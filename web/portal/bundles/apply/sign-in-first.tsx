import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** A bundle is sent in by an account of its own; what is typed waits here meanwhile. */
export function SignInFirst({ flow, step }: { flow: BundleFlow; step: string }) {
  const words = useBundleWords()
  const next = encodeURIComponent(`/bundles/${flow.view.bundleId}/apply#${step}`)
  if (flow.me !== null)
    return (
      <p className="apply-note" role="status">
        {words.citizensOnly}
      </p>
    )
  return (
    <section className="apply-known">
      <p>
        <b>{words.signInFirst}</b>
        <br />
        <span className="soft">{words.signInWhy}</span>
      </p>
      <a className="btn" href={`/sign-in?next=${next}`}>
        {words.signIn}
      </a>
    </section>
  )
}
