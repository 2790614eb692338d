import { expect, test } from 'vitest'
import { ApiProblem } from '../../../api/api-problem.ts'
import { faultPlace, namedFaults } from './fault-words.ts'

test('what is wrong with the layout is named as it stands on the page', () => {
  expect(
    ['configuration.windows.0.name', 'hours.periods.1', 'posts', 'queues.2.zoneId'].map(faultPlace),
  ).toEqual(['窗口第 1 行名称', '开放时间第 2 个时段', '岗位', '队列第 3 行分区'])
})

test('a refusal keeps its code and says each fault once', () => {
  const fields = [{ field: 'windows.0.name', message: '窗口的名称：不能为空' }]
  const {
    code,
    detail,
    fields: named,
  } = namedFaults(new ApiProblem({ code: 'invalid-input', status: 422, detail: '', fields }))
  expect({ code, detail, named }).toEqual({
    code: 'invalid-input',
    detail: '大厅设置有 1 处需要修改，没有保存。',
    named: [{ field: '窗口第 1 行名称', message: '不能为空' }],
  })
})
