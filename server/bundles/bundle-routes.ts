import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/bundles.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { bundleRow, bundleView } from './bundle-view.ts'
import { bundleCasesOf, bundleCaseView, loadBundleCase } from './bundle-case.ts'
import type { BundlesContext } from './bundles-context.ts'
import { bundleDraftRoutes } from './drafts/bundle-draft-routes.ts'
import { receiveBundle } from './receive-bundle.ts'

const UNKNOWN = () => refuse('not-found', '没有这件事，请从“一件事”清单中选择。')

/** 一件事: one guide, one form, one intake; applications with clocks of their own. */
export function bundleRoutes(server: FastifyInstance, context: BundlesContext): void {
  const { http, reference, bundles } = context
  const find = (bundleId: string) => bundles.find((bundle) => bundle.bundleId === bundleId)
  bundleDraftRoutes(server, http, {
    isOffered: (bundleId) => find(bundleId) !== undefined,
    applicantOf: context.applicantOfDraft,
  })
  const today = () => localDateOf(http.clock(http.regionCode))

  registerOperation(server, http, contract.listBundles, async () => ({
    ok: true,
    value: { bundles: bundles.map((bundle) => bundleRow(bundle, context)) },
  }))
  registerOperation(server, http, contract.getBundle, async ({ params }) => {
    const bundle = find(params.bundleId)
    if (bundle === undefined) return UNKNOWN()
    const view = bundleView(bundle, context, today())
    return view === null
      ? { ok: false, violation: { code: 'guide-not-published' } }
      : { ok: true, value: view }
  })
  registerOperation(
    server,
    http,
    contract.receiveBundle,
    async ({ params, body, session, request }) => {
      const bundle = find(params.bundleId)
      if (bundle === undefined) return UNKNOWN()
      return await receiveBundle(context, { session, request }, bundle, body)
    },
  )
  registerOperation(server, http, contract.getBundleCase, async ({ params, session }) => {
    const { regionCode } = session
    const row = await loadBundleCase(http.db, regionCode, params.bundleCaseId)
    const bundle = row === undefined ? undefined : find(row.bundleId)
    if (row === undefined || bundle === undefined)
      return refuse('not-found', '没有这件“一件事”，请核对链接。')
    const ids = row.applications.map(({ applicationId }) => applicationId)
    const children = await context.loadChildren(regionCode, ids)
    // Broken off before the first part was received there is nothing to judge by but who began it.
    if (children.length === 0 && row.accountId !== session.actor.accountId)
      return { ok: false, violation: { code: 'not-your-application' } }
    for (const { application } of children)
      if (!(await context.mayRead(session, application)))
        return { ok: false, violation: { code: 'not-your-application' } }
    const standing = await Promise.all(
      children.map(async (child) => ({
        ...child,
        awaited: await context.awaited(regionCode, child.application),
      })),
    )
    return {
      ok: true,
      value: bundleCaseView(row, bundle, standing, {
        reference,
        today: today(),
        actor: session.actor,
      }),
    }
  })
  registerOperation(server, http, contract.listMyBundleCases, async ({ session }) => {
    const { regionCode, actor } = session
    const rows = await bundleCasesOf(http.db, regionCode, actor)
    return {
      ok: true,
      value: {
        cases: rows.map(({ bundleCaseId, bundleId, createdAt }) => ({
          bundleCaseId,
          createdAt,
          title: find(bundleId)?.title ?? '',
        })),
      },
    }
  })
}
