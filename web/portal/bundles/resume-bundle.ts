import { call } from '../../api/call.ts'
import { newBundleDraft } from './bundle-draft.ts'
import { RESUME_BUNDLE_DRAFT } from './bundle-operations.ts'
import { keepBundleDraft } from './kept-bundle-draft.ts'

/** What was filled in elsewhere lies on this device from now on; files do not come along. Answers which bundle. */
export async function resumeBundle(code: string): Promise<string> {
  const { bundleId, content } = await call(RESUME_BUNDLE_DRAFT, { body: { code } })
  keepBundleDraft({ ...newBundleDraft(bundleId, null), ...content })
  return bundleId
}
