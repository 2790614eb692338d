import { call } from '../../../api/call.ts'
import { MAKE_SLIP_CODE } from '../apply-operations.ts'
import { useApply } from '../use-apply.ts'
import { SlipDialog } from './slip-dialog.tsx'

/** The slip of one item's draft: everything typed goes to the server first. */
export function DraftSlip({ onClose }: { onClose: () => void }) {
  const { guide, view, state, keeper, ensureStarted } = useApply()
  return (
    <SlipDialog
      name={guide.item.name}
      hasCode={view?.hasSlipCode ?? false}
      make={async () => {
        await ensureStarted()
        await keeper.flush()
        return await call(MAKE_SLIP_CODE, { params: { draftId: state.draft.draftId } })
      }}
      onClose={onClose}
    />
  )
}
