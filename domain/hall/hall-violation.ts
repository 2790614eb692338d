/** Expected refusals at a window's sign-on board; codes are part of the API. */
export type HallViolation =
  | { readonly code: 'unknown-window' }
  | { readonly code: 'not-rostered' }
  | { readonly code: 'etiquette-missing' }
  | { readonly code: 'window-taken'; readonly byName: string }
  | { readonly code: 'window-empty' }
  | { readonly code: 'signed-on-elsewhere'; readonly windowId: number }
  | { readonly code: 'not-signed-on' }
  | { readonly code: 'already-paused' }
  | { readonly code: 'not-paused' }
  | { readonly code: 'pause-reason-missing' }
  | { readonly code: 'ticket-in-hand'; readonly number: string }

type Texts = {
  readonly [Code in HallViolation['code']]: (
    violation: Extract<HallViolation, { code: Code }>,
  ) => string
}

const TEXTS: Texts = {
  'unknown-window': () => '大厅没有这个窗口，请从列表中选择窗口。',
  'not-rostered': () =>
    '您不在这个窗口的 AB 岗名单上，请到自己的窗口上岗，或者请大厅管理员调整岗位。',
  'etiquette-missing': () => '您的服务礼仪培训还没有登记，请联系州政务服务中心登记后再上岗。',
  'window-taken': ({ byName }) => `${byName}正在这个窗口上岗；换人请按“接班”。`,
  'window-empty': () => '这个窗口没有人上岗，请直接按“上岗”。',
  'signed-on-elsewhere': ({ windowId }) =>
    `您已在 ${windowId} 号窗口上岗，一人只能在一个窗口。请先在那里离岗。`,
  'not-signed-on': () => '您没有在这个窗口上岗，请先上岗。',
  'already-paused': () => '本窗口已经暂停服务。',
  'not-paused': () => '本窗口没有暂停，不用恢复。',
  'pause-reason-missing': () => '请写明暂停的原因。',
  'ticket-in-hand': ({ number }) => `号票 ${number} 还在本窗口，请先办理结束、转移或者退回。`,
}

/** The refusal in Chinese, with the remedy. */
export function hallSentenceOf(violation: HallViolation): string {
  return (TEXTS[violation.code] as (one: HallViolation) => string)(violation)
}
