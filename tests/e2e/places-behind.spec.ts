import { test } from 'vitest'
import { demonstrationDatabase } from './support/demonstration-database.ts'
import { openOwnPlaces, type Place, SEARCH } from './support/look-at-places.ts'
import { openBrowser } from './support/open-browser.ts'
import { startProduct } from './support/product.ts'

const { connectionString } = await demonstrationDatabase()
const product = await startProduct(connectionString)
const browser = await openBrowser()

const DESK_LISTS = ['to-review', 'overdue']
const PLACES: readonly (readonly [string, string, readonly Place[]])[] = [
  [
    'the reviewer',
    'wentilv.shenhe',
    DESK_LISTS.map((list) => ({
      path: `/desk?list=${list}`,
      words: '待归档',
      picture: `desk-${list}`,
    })),
  ],
  ['the decider', 'wentilv.jueding', [{ path: '/desk?list=to-decide', words: '待决定' }]],
  ['the head of the department', 'wentilv.fuze', [{ path: '/desk', words: '待审' }]],
  ['the head of the government', 'zhouzhengfu', [{ path: '/desk', words: '预警' }]],
  ['the accompanying agent', 'daiban', [SEARCH]],
  [
    'the seal keeper',
    'yongyin1',
    [
      { path: '/seal', words: '系统核对', picture: 'seal' },
      { path: '/seal?tab=modes', words: '用印方式', picture: 'seal-modes' },
      { path: '/seal?tab=register', words: '用印登记簿', picture: 'seal-register' },
    ],
  ],
  [
    'the supervisor',
    'ducha',
    [
      { path: '/supervision', words: '预警', picture: 'supervision' },
      { path: '/hall/planner', words: '还没有可以推演的记录', picture: 'hall-planner' },
      { path: '/enquiries', words: '没有等待答复的' },
      { path: '/catalogue', words: '教师资格认定' },
    ],
  ],
  [
    'the editor of the catalogue',
    'wentilv.shixiang',
    [{ path: '/catalogue', words: '互联网上网服务', picture: 'catalogue' }],
  ],
  [
    'the confirmer of the catalogue',
    'shending1',
    [
      { path: '/catalogue', words: '没有正在起草的内容' },
      { path: '/catalogue?tab=items', words: '教师资格认定' },
    ],
  ],
  [
    'the hall manager',
    'dating',
    [
      { path: '/hall', words: '今日办结', picture: 'hall' },
      { path: '/hall/settings', words: '开放时间', picture: 'hall-settings' },
      { path: '/hall/figures', words: '最多跑一次', picture: 'hall-figures' },
    ],
  ],
  ['the system administrator', 'xitong', [{ path: '/admin', words: '新建账号', picture: 'admin' }]],
  [
    'the security administrator',
    'anquan',
    [{ path: '/admin', words: '登记培训', picture: 'admin-posts' }],
  ],
  ['the auditor', 'shenji', [{ path: '/admin', words: '不能修改' }]],
]

test.each(PLACES)(
  '%s (%s) opens every place of the post, and no other',
  async (_, username, places) => {
    await openOwnPlaces(browser, product.address, username, places)
  },
)
